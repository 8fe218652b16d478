SwaggerUIBundle({url: "/openapi", domNode: document.getElementById("api"), deepLinking: true});
