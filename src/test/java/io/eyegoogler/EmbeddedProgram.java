package io.eyegoogler;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.bytedeco.systems.global.linux;

/**
 * A program that uses the library, run in a process of its own by {@link EmbeddingTest}. It counts on standard error
 * while it does, and says on standard output what the library has changed.
 */
final class EmbeddedProgram {

    /** What the JDK itself sets when it draws and when it asks for the time zone. */
    private static final Set<String> OF_THE_JDK = Set.of("sun.font.fontmanager", "user.timezone");

    /** For a thread to end after its pool was closed. */
    private static final long MAX_WAIT_MILLIS = 60_000;

    private EmbeddedProgram() {}

    public static void main(String[] args) throws Exception {
        Properties properties = (Properties) System.getProperties().clone();
        Map<String, String> environment = Map.copyOf(System.getenv());
        Thread counter = new Thread(() -> {
            for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                System.err.println(i);
                LockSupport.parkNanos(200_000);
            }
        });
        if (args.length > 1) {
            counter.start();
        }
        try (EyeGoogler googler = EyeGoogler.load()) {
            byte[] photo = Files.readAllBytes(Path.of(args[0]));
            System.out.println(
                    googler.googly(photo, GooglyOptions.DEFAULT).faces().size() + " face");
        }
        counter.interrupt();
        counter.join();
        System.getProperties().forEach((name, value) -> {
            if (!value.equals(properties.get(name)) && !OF_THE_JDK.contains(name)) {
                System.out.println("property " + name + "=" + value);
            }
        });
        if (!System.getenv().equals(environment)) {
            System.out.println("environment " + System.getenv());
        }
        Stream.of("TF_ENABLE_ONEDNN_OPTS", "TF_CPP_MIN_LOG_LEVEL")
                .filter(name -> linux.getenv(name) != null)
                .forEach(name -> System.out.println("variable " + name));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("detect")) {
                thread.join(MAX_WAIT_MILLIS);
                if (thread.isAlive()) {
                    System.out.println("thread " + thread);
                }
            }
        }
    }
}
