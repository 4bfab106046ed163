package io.eyegoogler.cli;

/** The program: {@code java -jar eyegoogler.jar [command]}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Servers have no display, and must not look for one.
        System.setProperty("java.awt.headless", "true");
        System.exit(CommandLineFactory.create().execute(args));
    }
}
