/**
 * MTCNN's O-Net, the last network of its cascade, which scores a face crop and locates five landmarks in it. MTCNN's
 * proposal networks aren't here: candidates come from {@code rfb} and {@code blazeface}, by way of {@code fused}.
 */
package io.eyegoogler.detect.mtcnn;
