package io.eyegoogler.evaluate;

import io.eyegoogler.cli.NativeLibraryCache;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine;

/** The program: {@code make evaluate PHOTOS=dir}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        // Programs read the reports too: numbers have a point on every computer.
        Locale.setDefault(Locale.ROOT);
        NativeLibraryCache.configure();
        System.exit(commandLine().execute(args));
    }

    /** With errors in one line each. */
    static CommandLine commandLine() {
        CommandLine command = new CommandLine(new EvaluateCommand());
        command.setParameterExceptionHandler((wrong, args) -> {
            wrong.getCommandLine().getErr().println(wrong.getMessage() + " (try --help)");
            return CommandLine.ExitCode.USAGE;
        });
        return command;
    }
}
