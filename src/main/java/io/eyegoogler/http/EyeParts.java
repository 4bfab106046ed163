package io.eyegoogler.http;

import io.eyegoogler.Cancellation;
import io.eyegoogler.CustomEye;
import io.eyegoogler.InvalidOptionException;
import io.eyegoogler.image.PictureReader;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The form parts {@code eye} and {@code pupil}, PNGs that are drawn as eyes.
 *
 * @param eye not decoded yet, as is {@code pupil}
 */
record EyeParts(ByteBuffer eye, Optional<ByteBuffer> pupil) {

    static final String EYE = "eye";
    static final String PUPIL = "pupil";
    static final Set<String> NAMES = Set.of(EYE, PUPIL);
    /** What the log calls the style of such eyes. */
    static final String STYLE = "custom";

    /** Bytes per pixel of what {@link CustomEye} keeps: 4, and a third more in smaller sizes, rounded up. */
    private static final int KEPT = 6;
    /** Bytes per pixel of the copy that it makes meanwhile. */
    private static final int COPIED = 4;

    /**
     * Returns the parts of a form, if it has any; an empty one counts as not sent, as HTML forms send it.
     *
     * @param query returns the text of a query parameter by its name, or null
     * @param style the style that the request asks for, or null
     * @throws InvalidOptionException if {@code query} has one of the names
     * @throws HttpErrorException if the parts contradict each other or the style, or are too large
     */
    static Optional<EyeParts> of(Map<String, ByteBuffer> parts, UnaryOperator<String> query, String style) {
        for (String name : NAMES) {
            String text = query.apply(name);
            if (text != null && !text.isEmpty()) {
                throw new InvalidOptionException(name, text, "a PNG, as a part of a form only");
            }
        }
        Optional<ByteBuffer> eye = part(parts, EYE);
        Optional<ByteBuffer> pupil = part(parts, PUPIL);
        if (eye.isEmpty() && pupil.isPresent()) {
            throw HttpErrorException.badRequest(
                    "The form has a part \"pupil\" but no part \"eye\"; send the picture of the eye too.");
        }
        if (eye.isPresent() && style != null) {
            throw HttpErrorException.badRequest("The form has a part \"eye\", which is drawn instead of a style; send"
                    + " either this part or the option \"style\".");
        }
        return eye.map(png -> new EyeParts(png, pupil));
    }

    private static Optional<ByteBuffer> part(Map<String, ByteBuffer> parts, String name) {
        ByteBuffer part = parts.get(name);
        if (part == null || !part.hasRemaining()) {
            return Optional.empty();
        }
        if (part.remaining() > PictureReader.MAX_BYTES) {
            throw HttpErrorException.tooLargePart(name, PictureReader.MAX_BYTES);
        }
        return Optional.of(part);
    }

    /**
     * Decodes the parts and draws with them, with memory taken from {@code memory} meanwhile.
     *
     * @throws io.eyegoogler.PhotoRejectedException if they can't be decoded
     * @throws HttpErrorException if there is no memory
     */
    <T> T with(BodyMemoryBudget memory, Cancellation cancellation, Function<CustomEye, T> drawing) {
        PictureReader eyePicture = open(EYE, eye, cancellation);
        Optional<PictureReader> pupilPicture = pupil.map(png -> open(PUPIL, png, cancellation));
        long bytes = Math.max(
                        whileDecoding(eyePicture),
                        pupilPicture.map(EyeParts::whileDecoding).orElse(0L))
                + KEPT
                        * (eyePicture.pixels()
                                + pupilPicture.map(PictureReader::pixels).orElse(0L));
        memory.take(bytes, null);
        try {
            CustomEye sclera = CustomEye.of(eyePicture.decode(cancellation));
            return drawing.apply(pupilPicture
                    .map(picture -> sclera.withPupil(picture.decode(cancellation)))
                    .orElse(sclera));
        } finally {
            memory.giveBack(bytes);
        }
    }

    private static PictureReader open(String name, ByteBuffer png, Cancellation cancellation) {
        return PictureReader.open("The form part \"" + name + "\"", png, cancellation);
    }

    private static long whileDecoding(PictureReader picture) {
        return picture.memory() + COPIED * picture.pixels();
    }
}
