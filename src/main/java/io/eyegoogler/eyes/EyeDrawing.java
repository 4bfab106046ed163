package io.eyegoogler.eyes;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** What is drawn for an eye, within {@link StyleDrawing#EXTENT} radii of its center. */
public sealed interface EyeDrawing permits StyleDrawing, PictureDrawing {

    /**
     * A photo to draw on.
     *
     * @param photo of {@code TYPE_3BYTE_BGR} or {@code TYPE_4BYTE_ABGR}
     * @param graphics of {@code photo}, with antialiasing
     */
    record Canvas(BufferedImage photo, Graphics2D graphics) {}

    /** Returns how far the pupil's center can move from the eye's, radii. */
    double reach();

    /** Returns whether it looks different when the pupil moves. */
    boolean isMoving();

    /**
     * Draws an eye.
     *
     * @throws io.eyegoogler.WorkCancelledException if {@code cancellation} says so, within milliseconds
     */
    void paint(Eye eye, Canvas canvas, Cancellation cancellation);
}
