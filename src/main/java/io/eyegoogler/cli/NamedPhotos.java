package io.eyegoogler.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the arguments of a command line name.
 *
 * @param photos the photos that are named one by one, with the names of their results
 * @param roots the folders and wildcards
 * @param isSingleRoot whether there is nothing but one folder or wildcard
 */
record NamedPhotos(List<InputPhoto> photos, List<String> roots, boolean isSingleRoot) {

    /** Sorts the arguments, and chooses the names of results of photos that are named one by one. */
    static NamedPhotos of(InputOptions input, Output output, String extension, TakenName takenName) {
        Set<Path> files = new LinkedHashSet<>();
        Set<String> roots = new LinkedHashSet<>();
        for (String argument : input.arguments) {
            if (argument.equals(InputOptions.STANDARD_INPUT)) {
                files.add(InputPhoto.STANDARD_INPUT);
            } else if (Wildcard.of(argument).isPresent() || Files.isDirectory(Path.of(argument))) {
                roots.add(argument);
            } else {
                files.add(Path.of(argument));
            }
        }
        boolean single = files.isEmpty() && roots.size() == 1 && input.list == null;
        return new NamedPhotos(photos(files, output, extension, takenName), List.copyOf(roots), single);
    }

    /**
     * Chooses names that differ from each other, from the given photos, and, where they are to be numbered, from
     * existing files.
     */
    private static List<InputPhoto> photos(Set<Path> files, Output output, String extension, TakenName takenName) {
        List<InputPhoto> photos = new ArrayList<>();
        Set<Path> taken = new HashSet<>();
        files.forEach(file -> taken.add(real(file)));
        for (Path file : files) {
            ResultFileName name = output.kind() == Output.Kind.FOLDER
                    ? ResultFileName.of(stem(file), output.path(), ResultFileName.extension(file, extension))
                    : ResultFileName.given(output.path());
            while (output.kind() == Output.Kind.FOLDER
                    && (takenName == TakenName.NUMBER && exists(name.path()) || !taken.add(real(name.path())))) {
                name = name.next();
            }
            photos.add(new InputPhoto(file, file.toString(), name));
        }
        return photos;
    }

    private static String stem(Path file) {
        return file == InputPhoto.STANDARD_INPUT ? "stdin" : PhotoNames.stem(file);
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException missing) {
            return file.toAbsolutePath().normalize();
        }
    }
}
