package io.eyegoogler.image.heif;

import java.util.Optional;

/**
 * Whether this process can read HEIC and AVIF, and why not.
 *
 * @param converter what reads them; empty if there is none
 * @param heic whether HEIC can be read
 * @param avif whether AVIF can be read
 * @param explanation a sentence for whoever runs the program
 */
public record HeifSupport(Optional<HeifConverter> converter, boolean heic, boolean avif, String explanation) {

    /** The support of a program that doesn't use the converter. */
    public static final HeifSupport OFF = none("HEIC and AVIF are not read: switched off");

    /** The Debian package of the converter. */
    public static final String PACKAGE = "libheif-examples";

    /** Initialized when it is first needed. */
    private static final class Installed {
        static final HeifSupport SUPPORT = ConverterFinder.find();
    }

    /**
     * Returns the support by the converter that is installed on this machine, for which the first call looks and tries
     * it; that takes some ten milliseconds.
     */
    public static HeifSupport installed() {
        return Installed.SUPPORT;
    }

    /** Returns the support that is installed, or if it isn't {@code wanted}, none. */
    public static HeifSupport of(boolean wanted) {
        return wanted ? installed() : OFF;
    }

    static HeifSupport none(String explanation) {
        return new HeifSupport(Optional.empty(), false, false, explanation);
    }
}
