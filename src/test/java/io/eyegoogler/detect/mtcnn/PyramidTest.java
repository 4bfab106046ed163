package io.eyegoogler.detect.mtcnn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.detect.mtcnn.Pyramid.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class PyramidTest {

    @Test
    void firstSize_showsTheSmallestFaceInTheField() {
        assertEquals(new Size(384, 288), Pyramid.sizes(640, 480, 20).get(0));
    }

    @Test
    void sizes_shrinkByTheSameFactorUntilTheFieldNoLongerFits() {
        List<Size> sizes = Pyramid.sizes(640, 480, 20);
        for (int i = 1; i < sizes.size(); i++) {
            assertEquals(0.709, (double) sizes.get(i).width() / sizes.get(i - 1).width(), 0.05);
        }
        Size last = sizes.get(sizes.size() - 1);
        assertTrue(last.height() >= 12 && last.height() * 0.709 < 12, () -> "last is " + last);
    }

    @Test
    void photoSmallerThanTheSmallestFace_hasNoSizes() {
        assertEquals(List.of(), Pyramid.sizes(100, 19, 20));
    }
}
