// Starts Swagger UI; a file of its own, because the page allows no inline script.
const place = document.getElementById("api");
SwaggerUIBundle({
  url: place.dataset.description,
  domNode: place,
  deepLinking: true,
  validatorUrl: null, // would send the description to a third party
});
