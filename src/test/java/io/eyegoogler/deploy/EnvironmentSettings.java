package io.eyegoogler.deploy;

import io.eyegoogler.cli.CommandLineFactory;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings given by environment variables, checked by the command line that knows them all. */
final class EnvironmentSettings {

    private static final String PREFIX = "EYEGOOGLER_";

    private EnvironmentSettings() {}

    static Map<String, String> of(List<EnvVar> environment) {
        return environment.stream().collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    }

    /** Throws if one of them is no setting, or its value can't be. */
    static void check(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (!name.startsWith(PREFIX)) {
                throw new IllegalArgumentException(name + " is no setting");
            }
            String option =
                    name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
            CommandLineFactory.create().parseArgs("--" + option, value);
        });
    }
}
