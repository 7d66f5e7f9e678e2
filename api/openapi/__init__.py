"""The description of the API (OpenAPI): its errors, and an example of every model."""
