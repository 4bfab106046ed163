/** The service as its users meet it: processes, requests over sockets, and what they take. */
package io.eyegoogler.bench.http;
