package io.eyegoogler.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final List<Metric> ALARMS = List.of(Metric.FALSE_ALARMS_PER_PHOTO);

    private static Tally photo(int falseAlarms) {
        return new Tally(0, 0, 0, 0, List.of(), 1, falseAlarms);
    }

    /** 100 photos with an alarm and 300 without: the standard error is sqrt(0.25 · 0.75 / 400). */
    @Test
    void interval_ofAMean_isAsTheNormalApproximationSays() {
        List<Tally> tallies =
                IntStream.range(0, 400).mapToObj(i -> photo(i % 4 == 0 ? 1 : 0)).toList();
        Interval interval = Bootstrap.intervals(new Sample(tallies), ALARMS).get(Metric.FALSE_ALARMS_PER_PHOTO);
        double reach = Interval.Z * Math.sqrt(0.25 * 0.75 / 400);
        assertEquals(0.25 - reach, interval.low(), 0.005);
        assertEquals(0.25 + reach, interval.high(), 0.005);
    }

    @Test
    void sameSample_sameInterval() {
        List<Tally> tallies = IntStream.range(0, 30).mapToObj(i -> photo(i % 3)).toList();
        assertEquals(
                Bootstrap.intervals(new Sample(tallies), ALARMS), Bootstrap.intervals(new Sample(tallies), ALARMS));
    }

    @Test
    void drawsThatAreAllAlike_haveNoInterval() {
        Tally tally = new Tally(1, 1, 1, 1, List.of(0.1), 1, 0);
        Sample sample = new Sample(Collections.nCopies(20, tally));
        assertEquals(Map.of(), Bootstrap.intervals(sample, List.of(Metric.EYE_ERROR_MEDIAN, Metric.F1)));
    }

    @Test
    void alarmsNeverSeen_areBoundedByTheRuleOfThree() {
        Sample sample = new Sample(Collections.nCopies(60, photo(0)));
        assertEquals(new Interval(0, 0.05), Bootstrap.intervals(sample, ALARMS).get(Metric.FALSE_ALARMS_PER_PHOTO));
    }

    @Test
    void fewPhotos_haveNoInterval() {
        Map<Metric, Interval> intervals =
                Bootstrap.intervals(new Sample(Collections.nCopies(Bootstrap.MIN_PHOTOS - 1, photo(1))), ALARMS);
        assertTrue(intervals.isEmpty());
    }
}
