package io.eyegoogler.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was measured on, for the line above a table. */
public final class Machine {

    private Machine() {}

    /** Processors, memory, system and JVM in one line. */
    public static String describe() {
        Runtime.Version java = Runtime.version();
        return Runtime.getRuntime().availableProcessors() + " × " + processor() + ", " + memory()
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", JDK " + java;
    }

    private static String processor() {
        return line("/proc/cpuinfo", "model name");
    }

    private static String memory() {
        String kib = line("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return kib.isEmpty() ? "" : Math.round(Double.parseDouble(kib) / (1 << 20)) + " GB, ";
    }

    /** What stands behind the colon in the first line that begins so; nothing where there is no such file. */
    private static String line(String file, String beginning) {
        try {
            return Files.readString(Path.of(file))
                    .lines()
                    .filter(line -> line.startsWith(beginning))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException notLinux) {
            return "";
        }
    }
}
