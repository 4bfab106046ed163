package io.eyegoogler.cli.video;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The properties of a video, as {@code ffprobe} reports them.
 *
 * @param index of its first video stream that is not a cover picture
 * @param width px of the upright picture with square pixels
 * @param height px of the upright picture with square pixels
 * @param squarePixels whether the file's pixels are square
 * @param interlaced whether frames may consist of two fields
 * @param color how YUV relates to RGB
 * @param secondsPerFrame on average
 * @param seconds its duration, or 0 if that is not known
 * @param audio the audio streams
 * @param subtitles the subtitle streams that are text
 */
record VideoInfo(
        int index,
        int width,
        int height,
        boolean squarePixels,
        boolean interlaced,
        Color color,
        double secondsPerFrame,
        double seconds,
        List<Stream> audio,
        List<Stream> subtitles) {

    /** The entries to request from ffprobe. */
    static final String ENTRIES = "format=duration:stream=index,codec_name,codec_type,width,height,sample_aspect_ratio,"
            + "field_order,color_space,color_transfer,color_primaries,avg_frame_rate,r_frame_rate:"
            + "stream_disposition=attached_pic:stream_tags=language:stream_side_data=rotation";

    private static final Set<String> TEXT_SUBTITLES =
            Set.of("mov_text", "subrip", "srt", "ass", "ssa", "webvtt", "text");
    /** Plausible frame rates, per second; files that do not state theirs have 0/0 or 90000/1. */
    private static final double MIN_RATE = 0.1;

    private static final double MAX_RATE = 1000;
    private static final double DEFAULT_RATE = 30;

    /**
     * A stream that goes into the result.
     *
     * @param codec as ffmpeg names it
     * @param language an ISO 639 code, or "und"
     */
    record Stream(int index, String codec, String language) {}

    /**
     * The color tags of a stream; "unknown" if there are none.
     *
     * @param matrix by which YUV becomes RGB
     */
    record Color(String matrix, String transfer, String primaries) {

        private static final Set<String> MATRICES = Set.of("bt709", "smpte170m", "bt470bg");
        private static final Set<String> HIGH_DYNAMIC_RANGE = Set.of("smpte2084", "arib-std-b67");
        /** Where there is no tag, players take the matrix of HDTV from this height on. */
        private static final int MIN_HD_HEIGHT = 720;

        static Color of(JsonObject stream, int height) {
            String matrix = text(stream, "color_space", "unknown");
            if (!MATRICES.contains(matrix)) {
                matrix = height >= MIN_HD_HEIGHT || matrix.startsWith("bt2020") ? "bt709" : "smpte170m";
            }
            return new Color(
                    matrix, text(stream, "color_transfer", "unknown"), text(stream, "color_primaries", "unknown"));
        }

        boolean isHighDynamicRange() {
            return HIGH_DYNAMIC_RANGE.contains(transfer);
        }
    }

    /** Reads what {@code ffprobe} has written as JSON. */
    static VideoInfo of(String json) throws VideoException {
        JsonObject file = JsonParser.parseString(json).getAsJsonObject();
        List<JsonObject> streams = StreamSupport.stream(
                        file.getAsJsonArray("streams").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(stream -> stream.has("codec_name"))
                .toList();
        JsonObject video = streams.stream()
                .filter(stream -> isOf(stream, "video"))
                .filter(stream -> stream.getAsJsonObject("disposition")
                                .get("attached_pic")
                                .getAsInt()
                        == 0)
                .findFirst()
                .orElseThrow(() -> new VideoException("There is no video in the file."));
        return of(
                video,
                file.getAsJsonObject("format"),
                of(streams, "audio"),
                of(streams, "subtitle").stream()
                        .filter(stream -> TEXT_SUBTITLES.contains(stream.codec()))
                        .toList());
    }

    private static VideoInfo of(JsonObject video, JsonObject format, List<Stream> audio, List<Stream> subtitles) {
        int storedHeight = video.get("height").getAsInt();
        double pixelWidth = ratio(text(video, "sample_aspect_ratio", "1:1"), ":", 1);
        boolean square = Math.abs(pixelWidth - 1) < 1e-3;
        int width = (int) Math.round(video.get("width").getAsInt() * (square ? 1 : pixelWidth));
        boolean sideways = isSideways(video);
        String fields = text(video, "field_order", "progressive");
        return new VideoInfo(
                video.get("index").getAsInt(),
                even(sideways ? storedHeight : width),
                even(sideways ? width : storedHeight),
                square,
                !fields.equals("progressive") && !fields.equals("unknown"),
                Color.of(video, storedHeight),
                1 / rate(video),
                Double.parseDouble(text(format, "duration", "0")),
                audio,
                subtitles);
    }

    private static List<Stream> of(List<JsonObject> streams, String type) {
        return streams.stream()
                .filter(stream -> isOf(stream, type))
                .map(stream -> new Stream(
                        stream.get("index").getAsInt(),
                        stream.get("codec_name").getAsString(),
                        stream.has("tags") ? text(stream.getAsJsonObject("tags"), "language", "und") : "und"))
                .toList();
    }

    private static boolean isOf(JsonObject stream, String type) {
        return text(stream, "codec_type", "").equals(type);
    }

    /** H.264 and its players need even sides. */
    private static int even(int side) {
        return Math.max(2, side & ~1);
    }

    /** Returns whether players turn the picture by 90° or 270°. */
    private static boolean isSideways(JsonObject video) {
        return video.has("side_data_list")
                && StreamSupport.stream(video.getAsJsonArray("side_data_list").spliterator(), false)
                        .map(JsonElement::getAsJsonObject)
                        .anyMatch(data -> data.has("rotation")
                                && Math.abs(Math.sin(Math.toRadians(
                                                data.get("rotation").getAsDouble())))
                                        > 0.5);
    }

    private static double rate(JsonObject video) {
        for (String name : List.of("avg_frame_rate", "r_frame_rate")) {
            double rate = ratio(text(video, name, "0/0"), "/", 0);
            if (rate >= MIN_RATE && rate <= MAX_RATE) {
                return rate;
            }
        }
        return DEFAULT_RATE;
    }

    private static double ratio(String text, String separator, double otherwise) {
        String[] parts = text.split(separator);
        if (parts.length != 2 || Double.parseDouble(parts[0]) == 0 || Double.parseDouble(parts[1]) == 0) {
            return otherwise;
        }
        return Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    private static String text(JsonObject object, String name, String otherwise) {
        return object.has(name) ? object.get(name).getAsString() : otherwise;
    }
}
