package io.eyegoogler.cli;

import io.eyegoogler.http.CannotListenException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Creates the command line, which reports each error in one line. */
public final class CommandLineFactory {

    private static final String ENVIRONMENT = "EYEGOOGLER_";
    private static final String HINT = " (try --help)";

    private CommandLineFactory() {}

    /** Creates a command line that serves unless another command is given. */
    public static CommandLine create() {
        CommandLine commands = new CommandLine(new ServeCommand());
        commands.setCommandName("eyegoogler");
        UsageMessageSpec usage = commands.getCommandSpec().usageMessage();
        usage.description(
                "Put googly eyes on the people in photos: over HTTP, or in files with the command 'googly'.",
                "Without a command, the options are those of 'serve'.");
        commands.addSubcommand(new ServeCommand());
        commands.addSubcommand(new GooglyCommand());
        commands.addSubcommand(new HealthCommand());
        commands.setDefaultValueProvider(CommandLineFactory::fromEnvironment);
        commands.setParameterExceptionHandler((invalid, args) -> {
            invalid.getCommandLine().getErr().println(message(invalid));
            return ExitStatus.USAGE.code();
        });
        commands.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
        return commands;
    }

    /** Returns an option's value from the environment; an empty variable, as Compose sets them, counts as absent. */
    private static String fromEnvironment(ArgSpec argument) {
        if (argument instanceof OptionSpec option && isSetting(option)) {
            String value = System.getenv(variable(option));
            return value == null || value.isBlank() ? null : value.strip();
        }
        return null;
    }

    /** Returns whether an option has an environment variable; --version has none, whatever EYEGOOGLER_VERSION means. */
    private static boolean isSetting(OptionSpec option) {
        return option.userObject() instanceof Field field
                && List.of(ServeCommand.class, AddressOptions.class, DetectorOptions.class)
                        .contains(field.getDeclaringClass());
    }

    private static String variable(OptionSpec option) {
        return ENVIRONMENT
                + option.longestName().replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String message(ParameterException invalid) {
        if (!(invalid.getArgSpec() instanceof OptionSpec option)) {
            return withHint(invalid.getMessage());
        }
        String message = invalid.getCause() instanceof TypeConversionException expectation
                ? "Invalid value '" + invalid.getValue() + "' for option '" + option.longestName() + "': "
                        + expectation.getMessage()
                : invalid.getMessage();
        // The parser does not tell whether the value came from the environment.
        return message + (isSetting(option) ? " (also set by " + variable(option) + ")" : HINT);
    }

    private static String withHint(String message) {
        return message.replaceFirst("\\.$", "") + HINT;
    }

    private static int report(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof IllegalArgumentException) {
            command.getErr().println(withHint(failure.getMessage()));
            return ExitStatus.USAGE.code();
        }
        if (failure instanceof CannotListenException || failure instanceof NativeLibraryException) {
            command.getErr().println(failure.getMessage());
            return ExitStatus.FAILED.code();
        }
        throw failure;
    }
}
