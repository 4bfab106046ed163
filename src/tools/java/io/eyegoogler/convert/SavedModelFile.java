package io.eyegoogler.convert;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tensorflow.proto.SavedModel;

/** Writes SavedModels so that the same model always gives the same bytes. */
final class SavedModelFile {
    /** The one name by which TensorFlow looks for a model in a directory. */
    static final String NAME = "saved_model.pb";

    private SavedModelFile() {}

    /** Writes {@code model} into {@code directory}, making it if need be, and returns the bytes written. */
    static byte[] write(SavedModel model, Path directory) throws IOException {
        byte[] bytes = bytes(model);
        Files.createDirectories(directory);
        Files.write(directory.resolve(NAME), bytes);
        return bytes;
    }

    /** Protocol buffers may write a map, such as a node's attributes, in any order, unless told to sort it. */
    static byte[] bytes(SavedModel model) throws IOException {
        byte[] bytes = new byte[model.getSerializedSize()];
        CodedOutputStream output = CodedOutputStream.newInstance(bytes);
        output.useDeterministicSerialization();
        model.writeTo(output);
        output.checkNoSpaceLeft();
        return bytes;
    }
}
