"""The post of the office: letters composed by `reports/mail` become messages and go out by its mail server."""
