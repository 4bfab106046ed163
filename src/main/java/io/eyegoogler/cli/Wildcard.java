package io.eyegoogler.cli;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A path with wildcards as shells have them: {@code *}, {@code ?}, {@code [a-z]}, {@code {jpg,png}}, and {@code **} for
 * any number of folders. No wildcard stands for the dot of a hidden name.
 *
 * @param base the folder that precedes the first wildcard
 * @param segments the rest, one name a segment
 */
record Wildcard(Path base, List<String> segments) {

    private static final String ANY_FOLDERS = "**";

    /** Returns what {@code argument} stands for, or empty if it has no wildcard or is the name of a file. */
    static Optional<Wildcard> of(String argument) {
        if (!isPattern(argument) || Files.exists(Path.of(argument), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        List<String> names = List.of(argument.split("/+"));
        int first = 0;
        while (!isPattern(names.get(first))) {
            first++;
        }
        String base = String.join("/", names.subList(0, first));
        boolean absolute = base.isEmpty() && argument.startsWith("/");
        List<String> segments = names.subList(first, names.size());
        if (segments.get(segments.size() - 1).equals(ANY_FOLDERS)) {
            segments = Stream.concat(segments.stream(), Stream.of("*")).toList();
        }
        return Optional.of(new Wildcard(Path.of(absolute ? "/" : base), segments));
    }

    private static boolean isPattern(String text) {
        return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /** Returns whether a folder that matches is to be searched too, rather than files alone. */
    boolean takesFolders() {
        return !segments.contains(ANY_FOLDERS);
    }

    /** Calls {@code action} once with each file and folder that matches. */
    void forEach(PhotoFolder folders, Consumer<Path> action) {
        if (Collections.frequency(segments, ANY_FOLDERS) > 1) {
            // The same path can match in several ways.
            Set<Path> seen = new HashSet<>();
            expand(base, segments, folders, path -> {
                if (seen.add(path)) {
                    action.accept(path);
                }
            });
        } else {
            expand(base, segments, folders, action);
        }
    }

    private static void expand(Path folder, List<String> segments, PhotoFolder folders, Consumer<Path> action) {
        String segment = segments.get(0);
        List<String> rest = segments.subList(1, segments.size());
        if (segment.equals(ANY_FOLDERS)) {
            expandFolders(folder, segments, rest, folders, action);
        } else if (isPattern(segment)) {
            PathMatcher matcher = matcher(segment);
            boolean hidden = segment.startsWith(".");
            folders.forEach(
                    folder,
                    entry -> matcher.matches(entry.getFileName()) && (hidden || PhotoNames.isVisible(entry)),
                    entry -> descend(entry, rest, folders, action));
        } else {
            descend(folder.resolve(segment), rest, folders, action);
        }
    }

    private static void expandFolders(
            Path folder, List<String> segments, List<String> rest, PhotoFolder folders, Consumer<Path> action) {
        expand(folder, rest, folders, action);
        if (!rest.get(0).equals(ANY_FOLDERS)) {
            folders.forEach(folder, PhotoFolder::isSubfolder, entry -> expand(entry, segments, folders, action));
        }
    }

    private static void descend(Path entry, List<String> rest, PhotoFolder folders, Consumer<Path> action) {
        if (rest.isEmpty()) {
            if (Files.exists(entry)) {
                action.accept(entry);
            }
        } else if (Files.isDirectory(entry)) {
            expand(entry, rest, folders, action);
        }
    }

    private static PathMatcher matcher(String segment) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + segment);
        } catch (PatternSyntaxException noPattern) {
            return name -> name.toString().equals(segment);
        }
    }
}
