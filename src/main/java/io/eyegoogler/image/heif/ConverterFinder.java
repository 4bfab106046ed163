package io.eyegoogler.image.heif;

import io.eyegoogler.WorkCancelledException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Looks for libheif's converter and for the programs that confine it, and tries them. */
final class ConverterFinder {

    /** The converter has had the first name since libheif 1.18. */
    private static final List<String> CONVERTERS = List.of("heif-dec", "heif-convert");
    /** Part of Debian's util-linux, which some small container images lack. */
    private static final List<String> CONFINEMENT = List.of("setpriv", "prlimit");

    private ConverterFinder() {}

    static HeifSupport find() {
        if (!Files.isWritable(ConverterDirectory.MEMORY)) {
            return missing("there is no " + ConverterDirectory.MEMORY + " to keep photos in memory");
        }
        Optional<Path> converter =
                CONVERTERS.stream().flatMap(name -> program(name).stream()).findFirst();
        if (converter.isEmpty()) {
            return missing("heif-convert of Debian's package " + HeifSupport.PACKAGE + " is not installed");
        }
        List<Path> confinement =
                CONFINEMENT.stream().flatMap(name -> program(name).stream()).toList();
        if (confinement.size() < CONFINEMENT.size()) {
            return missing("setpriv and prlimit of Debian's package util-linux are not installed");
        }
        ConverterDirectory.removeAbandoned();
        return support(new HeifConverter(confinement.get(0), confinement.get(1), converter.get(), false));
    }

    private static HeifSupport support(HeifConverter found) {
        try {
            String decoders = found.query("--list-decoders");
            boolean heic = lists(decoders, "HEIC");
            boolean avif = lists(decoders, "AVIF");
            if (!heic && !avif) {
                return missing(found.program() + " has no decoders, or cannot be run within limits");
            }
            boolean levels = found.query("--help").contains(HeifConverter.COMPRESSION_LEVEL);
            String formats = heic && avif ? "HEIC and AVIF are" : heic ? "HEIC is" : "AVIF is";
            return new HeifSupport(
                    Optional.of(found.withCompressionLevel(levels)),
                    heic,
                    avif,
                    formats + " read by " + found.program());
        } catch (IOException | WorkCancelledException failure) {
            return missing(found.program() + " cannot be run: " + failure.getMessage());
        }
    }

    /** Returns whether a list of decoders names any under the heading of {@code format}. */
    private static boolean lists(String decoders, String format) {
        List<String> lines = decoders.lines().toList();
        int heading = lines.indexOf(format + " decoders:");
        return heading >= 0
                && heading + 1 < lines.size()
                && lines.get(heading + 1).startsWith("- ");
    }

    private static HeifSupport missing(String reason) {
        return HeifSupport.none("HEIC and AVIF are not read: " + reason);
    }

    /** Returns the first program of that name on the path. */
    private static Optional<Path> program(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> folder.startsWith(File.separator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
