package io.eyegoogler.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Await;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Reply;
import io.eyegoogler.testing.Service;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void requests_areCountedByEndpointAndStatus_probesAreNot() throws Exception {
        try (Service service = Service.start()) {
            service.upload("/eyegoogler", Photos.PORTRAIT);
            service.upload("/eyegoogler/", Photos.encode(Photos.plain(50, 40, Color.GRAY), "png"));
            service.upload("/faces", new byte[] {1, 2, 3});
            service.get("/styles/");
            service.get("/styles/classic.png");
            service.get("/styles/made-up.png");
            service.get("/made-up-by-a-caller");
            Reply.to(service.port(), "MADE-UP / HTTP/1.1\r\nHost: localhost\r\nno header\r\n\r\n");
            service.get("/health");
            String text = settled(service, "eyegoogler_requests_total{endpoint=\"other\",status=\"404\"} 1.0");

            for (String line : List.of(
                    "eyegoogler_requests_total{endpoint=\"/eyegoogler\",status=\"200\"} 2.0",
                    "eyegoogler_requests_total{endpoint=\"/faces\",status=\"415\"} 1.0",
                    "eyegoogler_requests_total{endpoint=\"/styles\",status=\"200\"} 2.0",
                    "eyegoogler_requests_total{endpoint=\"/styles\",status=\"404\"} 1.0",
                    "eyegoogler_requests_total{endpoint=\"other\",status=\"400\"} 1.0",
                    "eyegoogler_request_duration_seconds_count{endpoint=\"/eyegoogler\"} 2",
                    "eyegoogler_stage_duration_seconds_count{stage=\"queue\"} 3",
                    "eyegoogler_stage_duration_seconds_count{stage=\"decode\"} 2",
                    "eyegoogler_stage_duration_seconds_count{stage=\"detect\"} 2",
                    "eyegoogler_stage_duration_seconds_count{stage=\"draw\"} 2",
                    "eyegoogler_stage_duration_seconds_count{stage=\"encode\"} 2",
                    "eyegoogler_requests_in_progress 0.0",
                    "eyegoogler_queue_length 0.0",
                    "eyegoogler_rejected_total{reason=\"queue_full\"} 0.0",
                    "eyegoogler_faces_per_photo_count 2",
                    "eyegoogler_photos_without_face_total 1.0",
                    "eyegoogler_photo_pixels_sum " + (512 * 512 + 50 * 40) + ".0")) {
                assertTrue(text.contains("\n" + line + "\n"), line + " in\n" + text);
            }
            assertTrue(text.contains("\njvm_memory_used_bytes{"), text);
            assertFalse(text.contains("made-up"), "A label that a caller made up");
            assertFalse(text.contains("health"), "A probe was counted");
        }
    }

    /** A request is counted when it is over, which is just after its answer has arrived here. */
    private static String settled(Service service, String last) {
        Await.until(() -> Service.text(service.get("/metrics")).contains(last), last);
        return Service.text(service.get("/metrics"));
    }
}
