package io.eyegoogler.image.moving;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.StillReader;
import io.eyegoogler.image.StoredColors;
import io.eyegoogler.image.inspect.ChunkWalker;
import io.eyegoogler.image.inspect.ReadableFormat;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;

/**
 * Reads the chunks of an APNG (PNG specification, third edition, 11.3.6). How many frames it declares doesn't matter,
 * unless it declares none.
 */
final class ApngFrames {

    private static final int IHDR = ChunkWalker.type("IHDR");
    private static final int ACTL = ChunkWalker.type("acTL");
    private static final int FCTL = ChunkWalker.type("fcTL");
    private static final int IDAT = ChunkWalker.type("IDAT");
    private static final int FDAT = ChunkWalker.type("fdAT");
    private static final int PLTE = ChunkWalker.type("PLTE");
    private static final int TRNS = ChunkWalker.type("tRNS");
    private static final int IEND = ChunkWalker.type("IEND");

    /** Offset of the canvas's width in the file, which its height follows. */
    private static final int WIDTH = 16;

    private static final int CRC = 4;
    private static final int FRAME_CONTROL_LENGTH = 26;
    private static final int CLEAR = 1;
    private static final int RESTORE = 2;
    private static final int OVER = 1;
    /** What a denominator of 0 means. */
    private static final int DEFAULT_DENOMINATOR = 100;

    private final ByteBuffer file;
    private final StoredColors colors;
    private final PngParts parts = new PngParts();
    private final FrameList frames;

    private boolean animated;
    private boolean hasImage;
    private boolean ended;
    private int plays;
    /** The fcTL chunk of the frame that is being read; null before the first one. */
    private ByteBuffer control;

    private List<ByteBuffer> data = List.of();
    private IIOException damage;

    /** Creates a reader of {@code file}, whose frames together may have {@code maxPixels}. */
    ApngFrames(ByteBuffer file, StoredColors colors, long maxPixels, Cancellation cancellation) {
        this.file = file;
        this.colors = colors;
        Dimension canvas = new Dimension(file.getInt(WIDTH), file.getInt(WIDTH + Integer.BYTES));
        this.frames = new FrameList(canvas, maxPixels, cancellation);
    }

    /** Returns the frames; none if the PNG has no animation. */
    FrameSequence read() throws IIOException {
        ChunkWalker.walkPng(file, (type, chunk) -> {
            if (!ended) {
                visit(type, chunk);
            }
        });
        finishFrame();
        if (animated && damage != null) {
            throw damage;
        }
        return frames.played(plays);
    }

    private void addColors(int type, ByteBuffer chunk) {
        try {
            parts.add(type, chunk);
        } catch (IIOException invalid) {
            damage = invalid;
        }
    }

    private void visit(int type, ByteBuffer chunk) {
        if (type == IHDR) {
            parts.header(chunk);
        } else if (type == PLTE || type == TRNS) {
            addColors(type, chunk);
        } else if (type == ACTL && !hasImage) {
            animated = chunk.limit() >= 2 * Integer.BYTES && chunk.getInt(0) != 0;
            plays = animated ? Math.max(0, chunk.getInt(Integer.BYTES)) : 0;
        } else if (type == FCTL && animated) {
            finishFrame();
            control = chunk;
            data = new ArrayList<>();
        } else if (type == IDAT) {
            hasImage = true;
            addData(chunk, 0);
        } else if (type == FDAT) {
            // After the chunk's number in the sequence.
            addData(chunk, Math.min(chunk.limit(), Integer.BYTES));
        } else if (type == IEND) {
            ended = true;
        }
    }

    private void addData(ByteBuffer chunk, int start) {
        if (control != null) {
            boolean whole = chunk.arrayOffset() + chunk.limit() + CRC <= file.arrayOffset() + file.limit();
            if (!whole) {
                throw PhotoRejectedException.Unreadable.incomplete();
            }
            data.add(chunk.slice(start, chunk.limit() - start));
        }
    }

    /** Adds the frame whose chunks have been read; one without data, at the end of an incomplete file, is no frame. */
    private void finishFrame() {
        if (control == null || data.isEmpty() || damage != null) {
            return;
        }
        if (control.limit() < FRAME_CONTROL_LENGTH) {
            damage = new IIOException("An fcTL chunk is too short");
            return;
        }
        Rectangle bounds = new Rectangle(control.getInt(12), control.getInt(16), control.getInt(4), control.getInt(8));
        Disposal disposal =
                switch (control.get(24)) {
                    case CLEAR -> Disposal.CLEAR;
                    case RESTORE -> Disposal.RESTORE;
                    default -> Disposal.KEEP;
                };
        List<ByteBuffer> compressed = data;
        int width = bounds.width;
        int height = bounds.height;
        Frame.Pixels pixels = cancellation -> colors.canonical(
                StillReader.read(parts.png(width, height, compressed), ReadableFormat.PNG, cancellation), cancellation);
        try {
            frames.addWithin(new Frame(bounds, delay(), disposal, control.get(25) == OVER, pixels));
        } catch (IIOException beyond) {
            damage = beyond;
        }
    }

    private FrameDelay delay() {
        int denominator = control.getShort(22) & 0xffff;
        return FrameDelay.shown(control.getShort(20) & 0xffff, denominator == 0 ? DEFAULT_DENOMINATOR : denominator);
    }
}
