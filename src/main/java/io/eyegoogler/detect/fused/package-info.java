/**
 * The detection pipeline that combines all networks: proposes candidates, verifies each of them, and fuses the results
 * into faces. No pixels and no tensors here; each network's input and output formats are known in its own package.
 */
package io.eyegoogler.detect.fused;
