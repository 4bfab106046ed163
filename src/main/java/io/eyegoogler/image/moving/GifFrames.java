package io.eyegoogler.image.moving;

import io.eyegoogler.Cancellation;
import io.eyegoogler.PhotoRejectedException;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.imageio.IIOException;

/**
 * Reads the blocks of a GIF (GIF89a specification) as browsers do: a screen that is too small for the first frame is
 * extended, and what is damaged between two frames ends the file.
 */
final class GifFrames {

    private static final int SCREEN = 6;
    private static final int HEADER = 13;
    private static final int FLAGS = 10;
    private static final int PALETTE_FLAG = 0x80;
    private static final int SIZE_MASK = 7;
    private static final int INTERLACE_FLAG = 0x40;

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int IMAGE_DESCRIPTOR = 9;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int CONTROL_LENGTH = 4;
    private static final int APPLICATION = 0xff;
    private static final int APPLICATION_NAME = 11;
    /** Applications whose extension has a loop count. */
    private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    /** GIF's unit of time is a hundredth of a second. */
    private static final int DELAY_UNIT = 100;
    /** No color is transparent. */
    private static final int NONE = -1;

    private final ByteBuffer file;
    private int at;
    private GifPixels.Palette palette = GifPixels.Palette.NONE;
    private int plays = 1;

    // The graphic control extension before a frame.
    private FrameDelay delay;
    private Disposal disposal;
    private int transparent;

    GifFrames(ByteBuffer file) {
        this.file = file.order(ByteOrder.LITTLE_ENDIAN);
        clearControl();
    }

    FrameSequence read(long maxPixels, Cancellation cancellation) throws IIOException {
        palette = readPalette(unsignedByte(FLAGS), HEADER);
        at = HEADER + 3 * palette.colors();
        FrameList frames = null;
        while (at < file.limit()) {
            int block = unsignedByte(at++);
            if (block == EXTENSION) {
                cancellation.check();
                readExtension();
            } else if (block == IMAGE) {
                frames = frames == null ? new FrameList(canvas(), maxPixels, cancellation) : frames;
                frames.add(readFrame());
            } else {
                break;
            }
        }
        return frames == null ? new FrameSequence(new Dimension(), List.of(), plays) : frames.played(plays);
    }

    /** Returns the screen, extended to contain the first frame, which begins here. */
    private Dimension canvas() throws IIOException {
        Rectangle first = bounds();
        int width = Math.max(unsignedShort(SCREEN), first.x + first.width);
        int height = Math.max(unsignedShort(SCREEN + 2), first.y + first.height);
        if (width == 0 || height == 0) {
            throw new IIOException("The GIF has no pixels");
        }
        return new Dimension(width, height);
    }

    private Rectangle bounds() {
        requireInFile(at + IMAGE_DESCRIPTOR);
        return new Rectangle(unsignedShort(at), unsignedShort(at + 2), unsignedShort(at + 4), unsignedShort(at + 6));
    }

    private Frame readFrame() {
        Rectangle bounds = bounds();
        int flags = unsignedByte(at + IMAGE_DESCRIPTOR - 1);
        GifPixels.Palette local = readPalette(flags, at + IMAGE_DESCRIPTOR);
        int data = at + IMAGE_DESCRIPTOR + 3 * local.colors();
        at = data + 1;
        skipSubBlocks();
        requireInFile(at);
        GifPixels pixels = new GifPixels(
                file, bounds, data, local.colors() > 0 ? local : palette, transparent, (flags & INTERLACE_FLAG) != 0);
        Frame frame = new Frame(bounds, delay, disposal, true, pixels);
        clearControl();
        return frame;
    }

    private static GifPixels.Palette readPalette(int flags, int start) {
        return (flags & PALETTE_FLAG) == 0
                ? GifPixels.Palette.NONE
                : new GifPixels.Palette(start, 2 << (flags & SIZE_MASK));
    }

    /** Reads an extension; one in which the file ends has no effect. */
    private void readExtension() {
        int label = at < file.limit() ? unsignedByte(at++) : 0;
        int start = at;
        skipSubBlocks();
        if (at > file.limit() || at == start + 1) {
            return;
        }
        int length = unsignedByte(start);
        if (label == GRAPHIC_CONTROL && length >= CONTROL_LENGTH) {
            readControl(start + 1);
        } else if (label == APPLICATION && length == APPLICATION_NAME && LOOPS.contains(name(start + 1))) {
            readLoop(start + 1 + APPLICATION_NAME);
        }
    }

    private void readControl(int start) {
        int flags = unsignedByte(start);
        delay = FrameDelay.shown(unsignedShort(start + 1), DELAY_UNIT);
        disposal = switch (flags >> 2 & 7) {
            case 2 -> Disposal.CLEAR;
            // Some files have 4 by mistake (Chromium, GIFImageReader).
            case 3, 4 -> Disposal.RESTORE;
            default -> Disposal.KEEP;
        };
        transparent = (flags & 1) != 0 ? unsignedByte(start + 3) : NONE;
    }

    private void clearControl() {
        delay = FrameDelay.shown(0, DELAY_UNIT);
        disposal = Disposal.KEEP;
        transparent = NONE;
    }

    private String name(int start) {
        byte[] name = new byte[APPLICATION_NAME];
        file.get(start, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    /** Reads how often the frames are repeated, 0 meaning forever; browsers show them once more than that. */
    private void readLoop(int start) {
        if (unsignedByte(start) >= 3 && unsignedByte(start + 1) == 1) {
            int repetitions = unsignedShort(start + 2);
            plays = repetitions == 0 ? 0 : repetitions + 1;
        }
    }

    /** Skips sub-blocks and their terminator; beyond the end of the file if that lacks them. */
    private void skipSubBlocks() {
        int length = 1;
        while (length > 0 && at <= file.limit()) {
            length = at < file.limit() ? unsignedByte(at) : 1;
            at += 1 + length;
        }
    }

    private void requireInFile(int end) {
        if (end > file.limit()) {
            throw PhotoRejectedException.Unreadable.incomplete();
        }
    }

    private int unsignedByte(int offset) {
        return file.get(offset) & 0xff;
    }

    private int unsignedShort(int offset) {
        return file.getShort(offset) & 0xffff;
    }
}
