package io.eyegoogler.image;

import io.eyegoogler.Cancellation;
import io.eyegoogler.image.color.EmbeddedProfile;
import io.eyegoogler.image.color.SrgbConversion;
import io.eyegoogler.image.inspect.PhotoMetadata;
import io.eyegoogler.image.inspect.ReadableFormat;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The color space of a file's pixels, as its metadata declare it. Safe for use by many threads. */
public final class StoredColors {

    private final ReadableFormat format;
    private final PhotoMetadata metadata;
    /** Profiles by their number of components; reading one takes a millisecond, and an animation has many frames. */
    private final Map<Integer, Optional<EmbeddedProfile>> profiles = new ConcurrentHashMap<>();

    StoredColors(ReadableFormat format, PhotoMetadata metadata) {
        this.format = format;
        this.metadata = metadata;
    }

    /**
     * Returns pixels of the file in the canonical {@link PixelLayout}.
     *
     * @param decoded as the reader of the format returns them
     */
    public BufferedImage canonical(BufferedImage decoded, Cancellation cancellation) {
        BufferedImage image = PixelLayout.withoutPalette(decoded, cancellation);
        Optional<EmbeddedProfile> profile = unappliedProfile(image);
        if (profile.isEmpty()) {
            return PixelLayout.canonical(image, cancellation);
        }
        BufferedImage canonical = PixelLayout.blank(image);
        SrgbConversion.convert(profile.get().applyTo(image), canonical, cancellation);
        return canonical;
    }

    /** Returns the profile unless the reader has applied it, as those of color JPEG and of TIFF do. */
    private Optional<EmbeddedProfile> unappliedProfile(BufferedImage decoded) {
        int components = decoded.getColorModel().getNumColorComponents();
        boolean unapplied = format == ReadableFormat.PNG
                || format == ReadableFormat.WEBP
                || format == ReadableFormat.HEIC
                || format == ReadableFormat.AVIF
                || format == ReadableFormat.JPEG && components == 1;
        return unapplied ? profiles.computeIfAbsent(components, this::profile) : Optional.empty();
    }

    private Optional<EmbeddedProfile> profile(int components) {
        return metadata.profile(components).flatMap(bytes -> EmbeddedProfile.of(bytes, components));
    }
}
