package io.eyegoogler.detect.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.detect.View;
import java.util.List;
import org.junit.jupiter.api.Test;

class TilesTest {

    @Test
    void tiles_coverThePhotoWithAQuarterOfOverlap() {
        List<View> tiles = Tiles.of(4000, 3000);
        assertEquals(6, tiles.size());
        for (int x = 0; x <= 4000; x += 50) {
            for (int y = 0; y <= 3000; y += 50) {
                int column = x;
                int row = y;
                assertTrue(
                        tiles.stream().anyMatch(tile -> Math.abs(tile.centre().x() - column) <= tile.side() / 2
                                && Math.abs(tile.centre().y() - row) <= tile.side() / 2),
                        () -> column + ", " + row + " is in no tile");
            }
        }
    }

    @Test
    void narrowPhoto_hasOneRowOfTiles() {
        assertEquals(3, Tiles.of(1000, 300).size());
    }
}
