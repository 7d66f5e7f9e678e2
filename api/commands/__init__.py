"""The commands of `onrecord`, one a file."""
