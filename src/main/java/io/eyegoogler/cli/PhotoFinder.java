package io.eyegoogler.cli;

import io.eyegoogler.cli.video.Ffmpeg;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Finds the photos that a command line names. Those that were named one by one come first, each with a result in the
 * output folder itself; photos in folders, matches of wildcards and files of a list have results in subfolders of the
 * same names. Holds no list of photos but that of the command line.
 */
final class PhotoFinder {

    /** Stands in a name for what the encoding of the file system's names has no character for. */
    private static final char UNDECODABLE = '\ufffd';

    private final InputOptions input;
    private final Output output;
    private final String extension;
    private final Findings findings;
    private final PhotoFolder folders;

    /**
     * Creates a finder.
     *
     * @param extension of the results
     */
    PhotoFinder(InputOptions input, Output output, String extension, Findings findings) {
        this.input = input;
        this.output = output;
        this.extension = extension;
        this.findings = findings;
        this.folders = new PhotoFolder(findings, Ffmpeg.isInstalled());
    }

    /** Finds the photos. */
    void find(NamedPhotos named) {
        named.photos().forEach(this::offer);
        RootNames roots = new RootNames(named.isSingleRoot());
        for (String argument : named.roots()) {
            Wildcard.of(argument)
                    .ifPresentOrElse(
                            wildcard ->
                                    wildcard(wildcard, argument, output.path().resolve(roots.name(wildcard.base()))),
                            () -> folder(Path.of(argument), roots));
        }
        if (input.list != null) {
            list();
        }
    }

    private void folder(Path folder, RootNames roots) {
        Path results = output.path().resolve(roots.name(folder));
        folders.forEachPhoto(folder, input.recursive, photo -> found(photo, folder, results));
    }

    private void wildcard(Wildcard wildcard, String argument, Path results) {
        boolean[] any = new boolean[1];
        wildcard.forEach(folders, match -> {
            any[0] = true;
            if (!Files.isDirectory(match)) {
                if (!PhotoNames.isResult(match)) {
                    found(match, wildcard.base(), results);
                }
            } else if (wildcard.takesFolders()) {
                folders.forEachPhoto(match, input.recursive, photo -> found(photo, wildcard.base(), results));
            }
        });
        if (!any[0]) {
            findings.problem(argument + ": No file matches.");
        }
    }

    private void found(Path photo, Path root, Path results) {
        Path relative = root.toString().isEmpty() ? photo : root.relativize(photo);
        mirrored(photo, relative, results);
    }

    private void list() {
        try (InputStream list = InputOptions.STANDARD_INPUT.equals(input.list)
                ? System.in
                : Files.newInputStream(Path.of(input.list))) {
            PathLines.forEach(list, input.pathEnd(), this::listed);
        } catch (IOException failure) {
            findings.problem(input.list + ": Cannot read the list: " + IoErrors.reason(failure));
        }
    }

    private void listed(String line) {
        try {
            Path path = Path.of(line);
            if (Files.isDirectory(path)) {
                folders.forEachPhoto(
                        path, input.recursive, photo -> mirrored(photo, withoutRoot(photo), output.path()));
            } else {
                mirrored(path, withoutRoot(path), output.path());
            }
        } catch (InvalidPathException noPath) {
            findings.problem(line + ": Cannot read the file: " + noPath.getReason());
        }
    }

    /** Returns {@code path} as a path below any folder; one that leads upward is taken from the root instead. */
    private static Path withoutRoot(Path path) {
        Path normal = path.normalize();
        if (normal.startsWith("..")) {
            normal = path.toAbsolutePath().normalize();
        }
        return normal.isAbsolute() ? normal.getRoot().relativize(normal) : normal;
    }

    /** Offers a photo whose result is where the photo is relative to {@code results}. */
    private void mirrored(Path photo, Path relative, Path results) {
        if (!input.shard.includes(relative.toString())) {
            return;
        }
        if (relative.toString().indexOf(UNDECODABLE) >= 0) {
            findings.problem(photo + ": The name is not valid " + System.getProperty("sun.jnu.encoding")
                    + "; rename the file, or set LC_ALL to a locale that has its characters.");
            return;
        }
        Path folder = relative.getParent() == null ? results : results.resolve(relative.getParent());
        findings.photo(new InputPhoto(
                photo,
                relative.toString(),
                ResultFileName.unique(photo, folder, ResultFileName.extension(photo, extension))));
    }

    private void offer(InputPhoto photo) {
        if (input.shard.includes(photo.name())) {
            findings.photo(photo);
        }
    }
}
