package io.eyegoogler.eyes;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.Point;
import java.awt.image.BufferedImage;

/**
 * Draws a picture as an eye, and maybe another one as its pupil. Immutable.
 *
 * <p>The longer side of the eye's picture is as long as the eye's diameter. The pupil's picture has the same scale, but
 * is at most as large; its center moves as far as its visible pixels stay within the eye's circle.
 */
public final class PictureDrawing implements EyeDrawing {

    private final Mipmap eye;
    /** Null if there is none. */
    private final Mipmap pupil;

    private final double reach;

    private PictureDrawing(Mipmap eye, Mipmap pupil) {
        this.eye = eye;
        this.pupil = pupil;
        this.reach = pupil == null ? 0 : Math.max(0, 1 - 2 * pupil.extent() / pupilDiameter());
    }

    /** Returns the drawing of a picture of {@code TYPE_3BYTE_BGR} or {@code TYPE_4BYTE_ABGR}. */
    public static PictureDrawing of(BufferedImage eye) {
        return new PictureDrawing(new Mipmap(eye), null);
    }

    /** Returns this drawing with a pupil of {@code TYPE_3BYTE_BGR} or {@code TYPE_4BYTE_ABGR}. */
    public PictureDrawing withPupil(BufferedImage picture) {
        return new PictureDrawing(eye, new Mipmap(picture));
    }

    /** Returns the eye's diameter, px of the pupil's picture. */
    private double pupilDiameter() {
        return Math.max(eye.longerSide(), pupil.longerSide());
    }

    @Override
    public double reach() {
        return reach;
    }

    @Override
    public boolean isMoving() {
        return reach > 0;
    }

    @Override
    public void paint(Eye at, Canvas canvas, Cancellation cancellation) {
        double diameter = 2 * at.radius();
        PicturePainter painter = new PicturePainter(canvas.photo(), at, cancellation);
        painter.paint(eye, at.center(), diameter / eye.longerSide());
        if (pupil != null) {
            Point center = EyePainter.pupil(at, reach);
            painter.paint(pupil, center, diameter / pupilDiameter());
        }
    }
}
