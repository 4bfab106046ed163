package io.eyegoogler.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.DetectionMode;
import io.eyegoogler.EyeStyle;
import io.eyegoogler.Gaze;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.OutputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTextTest {

    private static final GooglyOptions ALL = GooglyOptions.DEFAULT
            .withSize(1.25)
            .withGaze(Gaze.at(640.5, -3))
            .withStyle(EyeStyle.CAT)
            .withSeed(Long.MIN_VALUE)
            .withFormat(OutputFormat.JPEG)
            .withDetection(DetectionMode.THOROUGH);

    @Test
    void parse_everyOption_isTaken() {
        assertEquals(
                ALL,
                OptionText.parse("size=1.25&gaze=640.5,-3&style=cat&seed=-9223372036854775808&format=jpeg"
                        + "&detection=thorough"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "seed=", "style=&seed="})
    void parse_nothingGiven_isDefault(String text) {
        assertEquals(GooglyOptions.DEFAULT, OptionText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stile=cat", "style", "seed=1&seed=2", "style=cat,seed=7", "=cat", "&", "style=cat&"})
    void parse_notOptions_isRefused(String text) {
        assertThrows(InvalidOptionException.class, () -> OptionText.parse(text), text);
    }

    @Test
    void parse_unknownName_saysWhichThereAre() {
        String message = assertThrows(InvalidOptionException.class, () -> OptionText.parse("stile=cat"))
                .getMessage();

        assertTrue(message.endsWith("with the names size, gaze, style, seed, format, detection."), message);
    }

    @Test
    void of_anyOptions_isReadBackTheSame() {
        assertEquals(ALL, OptionText.parse(OptionText.of(ALL)));
        assertEquals(GooglyOptions.DEFAULT, OptionText.parse(OptionText.of(GooglyOptions.DEFAULT)));
        for (Gaze gaze : new Gaze[] {Gaze.RANDOM, Gaze.CROSS, Gaze.MEET, Gaze.UP, Gaze.degrees(-0.1)}) {
            GooglyOptions options = GooglyOptions.DEFAULT.withGaze(gaze);
            assertEquals(options, OptionText.parse(OptionText.of(options)));
        }
    }
}
