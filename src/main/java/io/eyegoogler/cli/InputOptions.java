package io.eyegoogler.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code googly} that say which photos to process. */
final class InputOptions {

    static final String STANDARD_INPUT = "-";

    @Parameters(
            arity = "0..*",
            paramLabel = "PHOTO",
            description = "Photos, folders of photos, wildcards in quotes, or - for standard input.")
    List<String> arguments = List.of();

    @Option(
            names = {"-r", "--recursive"},
            description = "Process the photos in subfolders too; the results are in subfolders of the same names.")
    boolean recursive;

    @Option(
            names = "--files-from",
            paramLabel = "LIST",
            description = "Process the photos and folders that this file lists, one path a line; - is standard input.")
    String list;

    @Option(
            names = {"-0", "--null"},
            description = "Paths end with NUL instead of a line feed, in LIST and on standard output.")
    boolean nul;

    @Option(
            names = "--shard",
            paramLabel = "INDEX/COUNT",
            converter = Shard.Converter.class,
            description = "Process one of COUNT shares of the photos, with an INDEX from 0.")
    Shard shard = Shard.ALL;

    @Option(
            names = "--skip-existing",
            description = "Skip photos that have a result, to go on where an earlier run stopped.")
    boolean skipExisting;

    char pathEnd() {
        return nul ? '\0' : '\n';
    }

    /** Returns whether there is one photo, named as such. */
    boolean isOnePhoto() {
        return list == null && arguments.size() == 1 && isPhoto(arguments.get(0));
    }

    private static boolean isPhoto(String argument) {
        return argument.equals(STANDARD_INPUT)
                || Wildcard.of(argument).isEmpty() && !Files.isDirectory(Path.of(argument));
    }

    /**
     * Checks what no single option's converter can.
     *
     * @throws IllegalArgumentException if there is nothing to process, or two options contradict each other
     */
    void check() {
        if (arguments.isEmpty() && list == null) {
            throw new IllegalArgumentException("Name photos or folders to process");
        }
        boolean listIsInput = STANDARD_INPUT.equals(list);
        if (listIsInput && arguments.contains(STANDARD_INPUT)) {
            throw new IllegalArgumentException("Standard input is either a photo or a list of photos");
        }
    }

    /** Returns whether the photos can be searched for a second time, to count them. */
    boolean canBeReadAgain() {
        return list == null || !list.equals(STANDARD_INPUT) && Files.isRegularFile(Path.of(list));
    }
}
