package io.eyegoogler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectionModeTest {

    @Test
    void everyMode_isFoundByItsName() {
        for (DetectionMode mode : DetectionMode.values()) {
            assertEquals(Optional.of(mode), DetectionMode.of(mode.id()));
        }
    }

    @Test
    void anyOtherName_isNone() {
        assertEquals(Optional.empty(), DetectionMode.of("Fast"));
        assertEquals("fast, balanced, thorough", DetectionMode.choices());
    }
}
