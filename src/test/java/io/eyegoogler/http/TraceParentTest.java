package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String VALID = "00-" + TRACE + "-" + SPAN + "-01";

    @ParameterizedTest
    @ValueSource(strings = {VALID, "cc-" + TRACE + "-" + SPAN + "-00", "01-" + TRACE + "-" + SPAN + "-01-more"})
    void validHeader_hasTraceAndSpan(String value) {
        assertEquals(Optional.of(new TraceParent(TRACE, SPAN)), TraceParent.of(List.of(value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                VALID + "-more",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "01-" + TRACE + "-" + SPAN + "-01more",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN,
                "00-" + TRACE + "\n-" + SPAN + "-01",
            })
    void invalidHeader_isIgnored(String value) {
        assertEquals(Optional.empty(), TraceParent.of(List.of(value)));
    }

    @Test
    void noHeader_andSeveral_areIgnored() {
        assertEquals(Optional.empty(), TraceParent.of(List.of()));
        assertEquals(Optional.empty(), TraceParent.of(List.of(VALID, VALID)));
    }
}
