package io.eyegoogler.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.DetectionMode;
import io.eyegoogler.Gaze;
import io.eyegoogler.GooglyOptions;
import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.OutputFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionParserTest {

    private static GooglyOptions parse(String name, String text) {
        return OptionParser.parse(asked -> asked.equals(name) ? text : null, GooglyOptions.DEFAULT);
    }

    @Test
    void noText_leavesTheDefaults() {
        GooglyOptions defaults = GooglyOptions.DEFAULT.withSeed(5).withSize(2).withGaze(Gaze.LEFT);

        assertEquals(defaults, OptionParser.parse(name -> null, defaults));
    }

    @ParameterizedTest
    @EnumSource
    void detection_isReadFromItsName(DetectionMode mode) {
        assertEquals(Optional.of(mode), parse("detection", mode.id()).detection());
        assertThrows(
                InvalidOptionException.class, () -> parse("detection", mode.id().substring(1)));
    }

    @ParameterizedTest
    @CsvSource({"jpg, JPEG", "JPEG, JPEG", "Png, PNG", "gif, GIF", "apng, APNG"})
    void format_isReadInAnyCase(String text, OutputFormat format) {
        assertSame(format, parse("format", text).format());
    }

    @Test
    void gaze_isAWordDegreesOrAPoint() {
        OptionParser.gazes()
                .forEach(word ->
                        assertEquals(word, OptionParser.word(parse("gaze", word).gaze())));
        assertEquals(Gaze.degrees(30), parse("gaze", "30").gaze());
        assertEquals(Gaze.degrees(-22.5), parse("gaze", "-22.5").gaze());
        assertEquals(Gaze.at(12.5, -3), parse("gaze", "12.5,-3").gaze());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Left",
                "361",
                "1,2,3",
                ",",
                "1,",
                ",1",
                "1, 2",
                "NaN",
                "NaN,1",
                "Infinity",
                "1e9,1",
                "1e999999999,0",
                "left,up"
            })
    void gaze_ofAnyOtherText_isInvalid_andTheMessageSaysWhatItMayBe(String text) {
        InvalidOptionException invalid = assertThrows(InvalidOptionException.class, () -> parse("gaze", text));

        assertTrue(invalid.getMessage().contains("random, left, right, up, down, cross, meet"), invalid.getMessage());
    }
}
