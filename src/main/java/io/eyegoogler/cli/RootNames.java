package io.eyegoogler.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Names the folders of results, so that photos of different given folders do not share one: where only one folder is
 * given, its results are in the output folder itself.
 */
final class RootNames {

    private final boolean single;
    private final Set<String> taken = new HashSet<>();

    RootNames(boolean single) {
        this.single = single;
    }

    /** Returns the name of the results' folder for the next given folder: its name, with a number if it is taken. */
    String name(Path folder) {
        if (single) {
            return "";
        }
        Path last = real(folder).getFileName();
        String name = last == null ? "root" : last.toString();
        String numbered = name;
        for (int number = 2; !taken.add(numbered); number++) {
            numbered = name + "-" + number;
        }
        return numbered;
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException unreadable) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
