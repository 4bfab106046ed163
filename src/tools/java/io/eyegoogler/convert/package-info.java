/**
 * TFLite and ONNX to TensorFlow SavedModel: how the models this project ships were made, and how to make them again.
 *
 * <p>TensorFlow's own converter only goes the other way. The way back is short, because a TFLite file is a flat list of
 * operators with their weights, and nearly every operator has a TensorFlow operation that computes the same.
 *
 * <pre>
 * Main → SourceFile (checked bytes) → TfliteModel → TfliteConverter → SavedModel → SavedModelFile
 *                                   │                 └ TfliteStep, TfliteOperators: one TFLite operator at a time
 *                                   └ OnnxModel → OnnxConverter → …
 *                                                     └ OnnxOperators: one ONNX operator at a time
 * </pre>
 *
 * <p>A new model is one entry in {@link io.eyegoogler.convert.Models}; a new operator one case and one small method in
 * {@link io.eyegoogler.convert.TfliteOperators} or {@link io.eyegoogler.convert.OnnxOperators}. Whatever the converter does
 * not know, it refuses by name: a model that was almost converted would find almost every face.
 */
package io.eyegoogler.convert;
