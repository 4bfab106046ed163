package io.eyegoogler.cli;

import io.eyegoogler.http.CannotListenException;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The whole command line, with errors in one line each. */
public final class CommandLineFactory {

    private static final String ENVIRONMENT = "EYEGOOGLER_";
    private static final String HINT = " (try --help)";

    private CommandLineFactory() {}

    /** A command line that serves unless a command says otherwise. */
    public static CommandLine create() {
        CommandLine commands = new CommandLine(new RootCommand());
        commands.addSubcommand(new GooglyCommand());
        commands.addSubcommand(new HealthCommand());
        commands.setDefaultValueProvider(CommandLineFactory::ofEnvironment);
        commands.setParameterExceptionHandler((wrong, args) -> {
            wrong.getCommandLine().getErr().println(message(wrong));
            return ExitStatus.USAGE.code();
        });
        commands.setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, command));
        return commands;
    }

    /** What the environment says of an option; an empty variable, as Compose makes them, says nothing. */
    private static String ofEnvironment(ArgSpec argument) {
        if (argument instanceof OptionSpec option && isSetting(option)) {
            String value = System.getenv(variable(option));
            return value == null || value.isBlank() ? null : value.strip();
        }
        return null;
    }

    /** Not so --version, say: EYEGOOGLER_VERSION may well be set, to something else. */
    private static boolean isSetting(OptionSpec option) {
        return option.userObject() instanceof Field field
                && List.of(RootCommand.class, AddressOptions.class, DetectorOptions.class)
                        .contains(field.getDeclaringClass());
    }

    private static String variable(OptionSpec option) {
        return ENVIRONMENT
                + option.longestName().replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** A setting may have come from the environment, which the parser doesn't tell. */
    private static String message(ParameterException wrong) {
        if (wrong.getArgSpec() instanceof OptionSpec option && isSetting(option)) {
            return wrong.getMessage() + ", from the option or the environment variable " + variable(option);
        }
        return wrong.getMessage() + HINT;
    }

    private static int fail(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof IllegalArgumentException) {
            command.getErr().println(failure.getMessage() + HINT);
            return ExitStatus.USAGE.code();
        }
        if (failure instanceof CannotListenException || failure instanceof IOException) {
            command.getErr().println(failure.getMessage());
            return ExitStatus.FAILED.code();
        }
        throw failure;
    }
}
