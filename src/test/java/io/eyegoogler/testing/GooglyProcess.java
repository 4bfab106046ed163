package io.eyegoogler.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line in a process of its own, as a user starts it. */
public final class GooglyProcess {

    private GooglyProcess() {}

    /** Prepares a process with these arguments; its standard error is that of the test unless redirected. */
    public static ProcessBuilder of(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(NativeLibraries.options());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.eyegoogler.cli.Main"));
        command.addAll(arguments);
        return ServerProcess.quiet(new ProcessBuilder(command)).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
