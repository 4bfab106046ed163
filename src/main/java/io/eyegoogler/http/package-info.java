/**
 * The HTTP service: routes, uploads, admission, errors, metrics, the web page and the OpenAPI document. It is the only
 * package that knows Javalin and Jetty, and the only one that knows status codes; photos are processed by
 * {@link io.eyegoogler.EyeGoogler}.
 */
package io.eyegoogler.http;
