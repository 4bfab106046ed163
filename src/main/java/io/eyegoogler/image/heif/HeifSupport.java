package io.eyegoogler.image.heif;

import java.util.Optional;

/**
 * Whether this process can read HEIC and AVIF, and why not.
 *
 * @param converter what reads them; empty if there is none
 * @param heic whether HEIC can be read
 * @param avif whether AVIF can be read
 * @param explanation a sentence for the operator
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
     * Returns the support by the converter that is installed on this machine. The first call looks for it and tries it,
     * which takes some ten milliseconds.
     */
    public static HeifSupport installed() {
        return Installed.SUPPORT;
    }

    /** Returns the support that is installed, or {@link #OFF} if it isn't {@code enabled}. */
    public static HeifSupport of(boolean enabled) {
        return enabled ? installed() : OFF;
    }

    static HeifSupport none(String explanation) {
        return new HeifSupport(Optional.empty(), false, false, explanation);
    }
}
