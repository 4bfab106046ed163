package io.eyegoogler.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ProcessorLoadTest {

    private static final int PROCESSORS = Math.max(2, Runtime.getRuntime().availableProcessors());

    @Test
    void processors_withAPhotoForEach_areSaturated() {
        assertFalse(nested(PROCESSORS - 1, ProcessorLoad::isSaturated));
        assertTrue(nested(PROCESSORS, ProcessorLoad::isSaturated));
        assertFalse(ProcessorLoad.isSaturated());
    }

    @Test
    void photo_thatFails_isNoLongerCounted() {
        for (int i = 0; i < PROCESSORS; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> ProcessorLoad.whileWorking(() -> {
                        throw new IllegalStateException();
                    }));
        }
        assertFalse(ProcessorLoad.isSaturated());
    }

    @Test
    void whileWorking_returnsTheResultOfTheWork() {
        assertEquals("done", ProcessorLoad.whileWorking(() -> "done"));
    }

    private static <T> T nested(int photos, Supplier<T> work) {
        return photos == 0 ? work.get() : ProcessorLoad.whileWorking(() -> nested(photos - 1, work));
    }
}
