package io.eyegoogler;

import io.eyegoogler.eyes.PictureDrawing;
import io.eyegoogler.image.PixelLayout;
import java.awt.image.BufferedImage;
import java.util.Objects;

/**
 * A picture that is drawn as an eye, and, optionally, another one that is drawn as its pupil and moves. Immutable, and
 * independent of the images that it was made of.
 *
 * <pre>{@code
 * CustomEye eye = CustomEye.of(ImageIO.read(new File("eye.png"))).withPupil(ImageIO.read(new File("pupil.png")));
 * googler.googly(photo, GooglyOptions.DEFAULT.withEye(eye));
 * }</pre>
 *
 * <p>The picture is centered on each eye and turned with the head; its longer side is as long as the eye's diameter.
 * The pupil's picture has the same scale as the eye's, but is at most as large as the eye. It moves as far as its
 * visible pixels, those of at least half the full alpha, stay within the eye's circle: one whose visible part is round
 * and touches its own border moves until it touches the eye's rim, and one that is as large as the eye doesn't move.
 */
public final class CustomEye {

    /** How many pixels a picture may have. */
    public static final int MAX_PIXELS = 1_000_000;

    private final PictureDrawing drawing;

    private CustomEye(PictureDrawing drawing) {
        this.drawing = drawing;
    }

    /**
     * {@return an eye without a pupil of its own}
     *
     * @param eye of any type, usually with alpha
     * @throws InvalidOptionException if it has more than {@value #MAX_PIXELS} pixels
     */
    public static CustomEye of(BufferedImage eye) {
        return new CustomEye(PictureDrawing.of(canonical("eye", eye)));
    }

    /**
     * {@return this eye with a pupil}
     *
     * @param pupil of any type, usually with alpha
     * @throws InvalidOptionException if it has more than {@value #MAX_PIXELS} pixels
     */
    public CustomEye withPupil(BufferedImage pupil) {
        return new CustomEye(drawing.withPupil(canonical("pupil", pupil)));
    }

    private static BufferedImage canonical(String name, BufferedImage image) {
        Objects.requireNonNull(image, name);
        if ((long) image.getWidth() * image.getHeight() > MAX_PIXELS) {
            String size = image.getWidth() + " × " + image.getHeight() + " pixels";
            throw new InvalidOptionException(name, size, "a picture of at most " + MAX_PIXELS + " pixels");
        }
        return PixelLayout.copy(image);
    }

    PictureDrawing drawing() {
        return drawing;
    }
}
