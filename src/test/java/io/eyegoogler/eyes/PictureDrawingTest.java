package io.eyegoogler.eyes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Cancellation;
import io.eyegoogler.Eye;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Point;
import io.eyegoogler.WorkCancelledException;
import io.eyegoogler.testing.OwnEyes;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Pixels;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDrawingTest {

    private static final Color SKIN = new Color(200, 150, 120);
    private static final Point MIDDLE = new Point(0, 0);

    private static BufferedImage painted(PictureDrawing drawing, Eye... eyes) {
        BufferedImage photo = Photos.plain(300, 300, SKIN);
        EyePainter.paint(List.of(eyes), drawing, photo, Cancellation.NEVER);
        return photo;
    }

    private static Color at(BufferedImage photo, double x, double y) {
        return new Color(photo.getRGB((int) x, (int) y));
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 200, 1000})
    void picture_isCentered_andAsWideAsTheEye(int side) {
        BufferedImage photo = painted(PictureDrawing.of(OwnEyes.eye(side)), Eye.at(150, 140, 100));

        assertEquals(Color.WHITE, at(photo, 150, 140));
        assertEquals(Color.WHITE, at(photo, 60, 140));
        assertEquals(Color.WHITE, at(photo, 240, 140));
        assertEquals(Color.WHITE, at(photo, 150, 230));
        assertEquals(Color.GREEN, at(photo, 150, 70), "The mark");
        assertEquals(SKIN, at(photo, 46, 140), "Beyond");
        assertEquals(SKIN, at(photo, 150, 244), "Beyond");
        assertEquals(SKIN, at(photo, 70, 60), "Transparent corner");
    }

    @Test
    void picture_turnsWithTheHead() {
        BufferedImage photo = painted(
                PictureDrawing.of(OwnEyes.eye(100)), Eye.at(150, 150, 100).withRoll(Math.PI / 2));

        assertEquals(Color.GREEN, at(photo, 220, 150));
        assertEquals(Color.WHITE, at(photo, 150, 80));
    }

    @Test
    void picture_ofAnotherShape_keepsIt_withTheLongerSideAsTheDiameter() {
        BufferedImage wide = Photos.plain(400, 100, Color.WHITE);
        BufferedImage photo = painted(PictureDrawing.of(wide), Eye.at(150, 150, 100));

        assertEquals(Color.WHITE, at(photo, 52, 150));
        assertEquals(SKIN, at(photo, 48, 150));
        assertEquals(Color.WHITE, at(photo, 150, 173));
        assertEquals(SKIN, at(photo, 150, 177));
    }

    /** A checkerboard of single pixels, whose mean is gray: whatever else is seen is aliasing. */
    @ParameterizedTest
    @ValueSource(doubles = {5, 7.3, 20, 61, 120})
    void finePattern_shrunk_doesNotAlias(double radius) {
        BufferedImage board = Photos.plain(1000, 1000, Color.BLACK);
        for (int y = 0; y < 1000; y++) {
            for (int x = y % 2; x < 1000; x += 2) {
                board.setRGB(x, y, -1);
            }
        }
        BufferedImage photo =
                painted(PictureDrawing.of(board), Eye.at(150, 150, radius).withRoll(0.3));
        int reach = (int) (radius / 2);
        for (int y = 150 - reach; y <= 150 + reach; y++) {
            for (int x = 150 - reach; x <= 150 + reach; x++) {
                assertEquals(128, at(photo, x, y).getRed(), 1);
            }
        }
    }

    @Test
    void sharpEdge_enlarged_isSmooth() {
        BufferedImage halves = Photos.plain(2, 1, Color.BLACK);
        halves.setRGB(1, 0, -1);
        BufferedImage photo = painted(PictureDrawing.of(halves), Eye.at(150, 150, 100));
        assertEquals(SKIN, at(photo, 49, 150), "Its border is sharp");
        assertEquals(Color.BLACK, at(photo, 50, 150));
        assertEquals(Color.WHITE, at(photo, 249, 150));
        int last = 0;
        for (int x = 95; x < 205; x++) {
            int red = at(photo, x, 150).getRed();
            assertTrue(red >= last && red - last <= 4, last + " is followed by " + red);
            last = red;
        }
        assertTrue(last > 200, "White: " + last);
    }

    @Test
    void pupil_hasTheScaleOfTheEye_andMovesUntilItTouchesTheRim() {
        PictureDrawing drawing = PictureDrawing.of(OwnEyes.eye(200)).withPupil(OwnEyes.disc(80, Color.BLUE));
        assertEquals(0.6, drawing.reach(), 0.02);
        BufferedImage photo = painted(
                drawing, Eye.at(150, 150, 100).withPupil(new Point(1, 0)).withRoll(2));
        assertEquals(Color.BLUE, at(photo, 245, 150));
        assertEquals(SKIN, at(photo, 252, 150));
        assertEquals(Color.WHITE, at(photo, 165, 150));
        assertEquals(Color.BLUE, at(photo, 175, 150));
    }

    @Test
    void pupil_drawnAsALayer_movesAsFarAsItsVisiblePixelsMay() {
        BufferedImage layer = new BufferedImage(200, 200, BufferedImage.TYPE_4BYTE_ABGR);
        layer.createGraphics().drawImage(OwnEyes.disc(80, Color.BLUE), 60, 60, null);
        PictureDrawing drawing = PictureDrawing.of(OwnEyes.eye(200)).withPupil(layer);
        assertEquals(0.6, drawing.reach(), 0.02);
        assertTrue(drawing.isMoving());
    }

    @Test
    void pupil_asLargeAsTheEyeOrLarger_staysInTheMiddle() {
        for (int side : new int[] {200, 900}) {
            PictureDrawing drawing = PictureDrawing.of(OwnEyes.eye(200)).withPupil(OwnEyes.disc(side, Color.BLUE));
            assertEquals(0, drawing.reach(), 0.02);
            BufferedImage photo = painted(drawing, Eye.at(150, 150, 100).withPupil(new Point(0, 1)));
            assertEquals(SKIN, at(photo, 150, 255));
        }
        assertFalse(PictureDrawing.of(OwnEyes.eye(10)).isMoving());
    }

    @Test
    void eyeOfOnePixel_andOneLargerThanThePhoto_areDrawn_andOneBeyondItIsNot() {
        PictureDrawing drawing = PictureDrawing.of(OwnEyes.eye(1000));
        assertFalse(at(painted(drawing, Eye.at(150.5, 150.5, 0.5)), 150, 150).equals(SKIN));
        assertEquals(Color.WHITE, at(painted(drawing, Eye.at(150, 150, 100_000)), 20, 280));
        Pixels.assertSame(
                Photos.plain(300, 300, SKIN),
                painted(drawing, Eye.at(-10_000_000, 10_000_000, 50), Eye.at(150, 150, 0)));
    }

    @Test
    void transparentPhoto_isDrawnOnToo() {
        BufferedImage photo = new BufferedImage(100, 100, BufferedImage.TYPE_4BYTE_ABGR);
        BufferedImage glass = new BufferedImage(10, 10, BufferedImage.TYPE_4BYTE_ABGR);
        for (int i = 0; i < 100; i++) {
            glass.setRGB(i % 10, i / 10, 0x80ff0000);
        }
        EyePainter.paint(List.of(Eye.at(50, 50, 40)), PictureDrawing.of(glass), photo, Cancellation.NEVER);
        assertEquals(0x80ff0000, photo.getRGB(50, 50));
        assertEquals(0, photo.getRGB(5, 50));
        EyePainter.paint(List.of(Eye.at(50, 50, 40)), PictureDrawing.of(glass), photo, Cancellation.NEVER);
        assertEquals(0xc0ff0000, photo.getRGB(50, 50));
    }

    @Test
    void nothing_isDrawnBeyondItsPlace() {
        Random chance = new Random(3);
        BufferedImage faint = Photos.as(BufferedImage.TYPE_4BYTE_ABGR, Photos.plain(100, 100, Color.RED));
        for (int i = 0; i < 10_000; i++) {
            faint.setRGB(i % 100, i / 100, 0x40ff0000);
        }
        PictureDrawing drawing =
                PictureDrawing.of(Photos.plain(90, 90, Color.BLUE)).withPupil(faint);
        for (int i = 0; i < 50; i++) {
            double radius = 1 + 40 * chance.nextDouble();
            Eye eye = Eye.at(150 + chance.nextDouble(), 150 + chance.nextDouble(), radius)
                    .withRoll(chance.nextDouble())
                    .withPupil(new Point(0.7, -0.7));
            BufferedImage photo = painted(drawing, eye);
            Rectangle place = EyeAnimator.place(eye);
            for (int y = 0; y < 300; y++) {
                for (int x = 0; x < 300; x++) {
                    assertTrue(place.contains(x, y) || at(photo, x, y).equals(SKIN), x + ", " + y);
                }
            }
        }
    }

    @Test
    void eyeWithAStyleOfItsOwn_keepsIt() {
        BufferedImage styled = Photos.plain(300, 300, SKIN);
        Eye eye = Eye.at(150, 150, 100).withStyle(EyeStyle.CAT);
        EyePainter.paint(List.of(eye), StyleDrawing.of(EyeStyle.CLASSIC), styled, Cancellation.NEVER);
        Pixels.assertSame(styled, painted(PictureDrawing.of(OwnEyes.eye(50)), eye));
    }

    @Test
    void animation_movesThePupil_returnsToItsStart_andStaysStillWithoutOne() {
        PictureDrawing eye = PictureDrawing.of(OwnEyes.eye(200));
        PictureDrawing drawing = eye.withPupil(OwnEyes.disc(80, Color.BLUE));
        List<Eye> eyes = List.of(Eye.at(150, 150, 60).withPupil(MIDDLE));
        BufferedImage photo = Photos.plain(300, 300, SKIN);
        EyeAnimator moving = new EyeAnimator(eyes, drawing, photo, 1, Cancellation.NEVER);
        BufferedImage first = Photos.as(BufferedImage.TYPE_3BYTE_BGR, photo);
        Pixels.assertSame(painted(drawing, eyes.get(0)), first);
        moving.draw(moving.frames() / 4);
        assertThrows(AssertionError.class, () -> Pixels.assertSame(first, photo));
        moving.draw(0);
        Pixels.assertSame(first, photo);
        assertEquals(1, new EyeAnimator(eyes, eye, photo, 1, Cancellation.NEVER).frames());
    }

    @Test
    void canceledWork_endsBetweenRows() {
        PictureDrawing drawing = PictureDrawing.of(OwnEyes.eye(100));
        BufferedImage photo = Photos.plain(300, 300, SKIN);
        Cancellation late = Cancellation.after(Duration.ZERO);
        assertThrows(
                WorkCancelledException.class,
                () -> EyePainter.paint(List.of(Eye.at(150, 150, 100)), drawing, photo, late));
        Pixels.assertSame(Photos.plain(300, 300, SKIN), photo);
    }
}
