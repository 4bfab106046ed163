package io.eyegoogler.detect.blazeface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.Face;
import io.eyegoogler.Point;
import io.eyegoogler.detect.sampling.PhotoSampler;
import io.eyegoogler.detect.sampling.SquareCrop;
import io.eyegoogler.testing.Photos;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlazeFaceTest {

    @Test
    void faceInTheMiddleOfACrop_isReturned_andOneNearItsBorderIsNot() {
        Point center = new Point(224, 116);
        SquareCrop centered = new SquareCrop(center, 220, 0);
        SquareCrop offCenter = new SquareCrop(new Point(center.x() + 66, center.y()), 220, 0);
        PhotoSampler photo = PhotoSampler.of(Photos.portrait());
        try (BlazeFace shortRange = BlazeFace.load(BlazeFaceSpec.SHORT_RANGE, null)) {
            List<Optional<Face>> faces =
                    shortRange.detectCentered(photo, List.of(offCenter, centered, offCenter), 0.4, 0.25);

            assertEquals(
                    1, shortRange.detect(photo, List.of(offCenter), 0.4).get(0).size());
            assertEquals(
                    List.of(false, true, false),
                    faces.stream().map(Optional::isPresent).toList());
            assertTrue(Photos.eyeError(faces.get(1).orElseThrow()) < 0.15, faces.toString());
        }
    }
}
