package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;
import javax.imageio.IIOException;

/** Decodes a VP8 key frame (RFC 6386) to planes. */
final class LossyDecoder {

    private static final int SIDE = 16;
    private static final int PARTITION_LENGTH = 3;

    private final Cancellation cancellation;
    private final FrameParameters parameters;
    private final BoolDecoder modeBits;
    private final BoolDecoder[] coefficientBits;
    private final YuvFrame planes;
    private final PredictionModeReader modes;
    private final CoefficientReader coefficients;
    private final LoopFilter filter;
    private final SubblockPrediction subblocks = new SubblockPrediction();
    private final int[] work = new int[CoefficientReader.BLOCK];

    /** @param frame a VP8 chunk's payload */
    LossyDecoder(byte[] frame, Cancellation cancellation) throws IIOException {
        this.cancellation = cancellation;
        FrameHeader header = FrameHeader.of(frame);
        int second = Math.min(frame.length, FrameHeader.LENGTH + header.partitionLength());
        modeBits = new BoolDecoder(frame, FrameHeader.LENGTH, second);
        parameters = new FrameParameters(modeBits);
        coefficientBits = partitions(frame, second, parameters.partitions());
        planes = YuvFrame.of(header.width(), header.height());
        modes = new PredictionModeReader(modeBits, parameters, planes.columns());
        coefficients = new CoefficientReader(parameters.coefficients(), planes.columns());
        filter = new LoopFilter(planes, parameters);
    }

    /** The lengths of all but the last, then the partitions themselves. */
    private static BoolDecoder[] partitions(byte[] frame, int start, int count) throws IIOException {
        int at = start + PARTITION_LENGTH * (count - 1);
        if (at > frame.length) {
            throw new IIOException("The frame ends before its coefficients");
        }
        BoolDecoder[] partitions = new BoolDecoder[count];
        for (int i = 0; i < count; i++) {
            int length = i == count - 1 ? frame.length : FrameHeader.triple(frame, start + PARTITION_LENGTH * i);
            int end = Math.min(frame.length, at + length);
            partitions[i] = new BoolDecoder(frame, at, end);
            at = end;
        }
        return partitions;
    }

    YuvFrame decode() throws IIOException {
        for (int row = 0; row < planes.rows(); row++) {
            cancellation.check();
            BoolDecoder bits = coefficientBits[row % coefficientBits.length];
            modes.startRow();
            coefficients.startRow();
            for (int column = 0; column < planes.columns(); column++) {
                macroblock(bits, column, row);
            }
            if (modeBits.exhausted() || bits.exhausted()) {
                throw new IIOException("The frame ends before its last pixels");
            }
        }
        // The filtered samples are for the eye: predictions are made from those before.
        filter.apply(cancellation);
        return planes;
    }

    private void macroblock(BoolDecoder bits, int column, int row) {
        modes.read(column);
        boolean split = modes.luma() == MacroblockPredictor.SUBBLOCKS;
        boolean any = false;
        if (modes.skipped()) {
            coefficients.skip(column, split);
        } else {
            any = coefficients.read(bits, column, parameters.quantizers(modes.segment()), split);
        }
        filter.put(column, row, modes.segment(), split, any);
        if (split) {
            subblocks(column, row);
        } else {
            MacroblockPredictor.square(modes.luma(), planes.y(), SIDE, column, row);
            add(planes.y(), SIDE, column, row, 0);
        }
        MacroblockPredictor.square(modes.chroma(), planes.u(), SIDE / 2, column, row);
        add(planes.u(), SIDE / 2, column, row, CoefficientReader.U);
        MacroblockPredictor.square(modes.chroma(), planes.v(), SIDE / 2, column, row);
        add(planes.v(), SIDE / 2, column, row, CoefficientReader.V);
    }

    private void subblocks(int column, int row) {
        SamplePlane y = planes.y();
        int corner = y.at(SIDE * column, SIDE * row);
        // Right of the macroblock only those above it are there, for the subblocks further down as well.
        int right = corner - y.stride + SIDE;
        if (row > 0 && column == planes.columns() - 1) {
            right = ~(right - 1);
        }
        for (int i = 0; i < SIDE; i++) {
            int at = corner + (i >> 2) * 4 * y.stride + (i & 3) * 4;
            int aboveRight = (i & 3) == 3 ? right : at - y.stride + 4;
            subblocks.predict(modes.subblocks()[i], y.samples, at, y.stride, aboveRight);
            addBlock(i, y, at);
        }
    }

    private void add(SamplePlane plane, int side, int column, int row, int first) {
        int block = first;
        for (int y = 0; y < side; y += 4) {
            for (int x = 0; x < side; x += 4) {
                addBlock(block++, plane, plane.at(side * column + x, side * row + y));
            }
        }
    }

    private void addBlock(int block, SamplePlane plane, int at) {
        int count = coefficients.counts[block];
        if (count > 1) {
            InverseTransform.add(
                    coefficients.values, CoefficientReader.BLOCK * block, work, plane.samples, at, plane.stride);
        } else if (count == 1) {
            InverseTransform.addFirst(
                    coefficients.values[CoefficientReader.BLOCK * block], plane.samples, at, plane.stride);
        }
    }
}
