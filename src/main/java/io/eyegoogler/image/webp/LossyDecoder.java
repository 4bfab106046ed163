package io.eyegoogler.image.webp;

import io.eyegoogler.Cancellation;
import javax.imageio.IIOException;

/** Decodes a VP8 key frame (RFC 6386). */
final class LossyDecoder {

    private static final int MACROBLOCK = 16;
    private static final int PARTITION_LENGTH = 3;

    private final Cancellation cancellation;
    private final FrameParameters parameters;
    private final BoolDecoder modeBits;
    private final BoolDecoder[] coefficientBits;
    private final YuvFrame frame;
    private final PredictionModeReader modes;
    private final CoefficientReader coefficients;
    private final LoopFilter filter;
    private final SubblockPredictor predictor = new SubblockPredictor();
    private final int[] work = new int[CoefficientReader.BLOCK];

    /** @param bitstream the payload of a VP8 chunk */
    LossyDecoder(byte[] bitstream, Cancellation cancellation) throws IIOException {
        this.cancellation = cancellation;
        FrameHeader header = FrameHeader.of(bitstream);
        int firstEnd = Math.min(bitstream.length, FrameHeader.LENGTH + header.partitionLength());
        modeBits = new BoolDecoder(bitstream, FrameHeader.LENGTH, firstEnd);
        parameters = new FrameParameters(modeBits);
        coefficientBits = partitions(bitstream, firstEnd, parameters.partitions());
        frame = YuvFrame.of(header.width(), header.height());
        modes = new PredictionModeReader(modeBits, parameters, frame.columns());
        coefficients = new CoefficientReader(parameters.probabilities(), frame.columns());
        filter = new LoopFilter(frame, parameters);
    }

    /** Reads the lengths of all partitions but the last, which precede the partitions. */
    private static BoolDecoder[] partitions(byte[] bitstream, int start, int count) throws IIOException {
        int at = start + PARTITION_LENGTH * (count - 1);
        if (at > bitstream.length) {
            throw new IIOException("The frame ends before its coefficients");
        }
        BoolDecoder[] partitions = new BoolDecoder[count];
        for (int i = 0; i < count; i++) {
            int length =
                    i == count - 1 ? bitstream.length : FrameHeader.readUint24(bitstream, start + PARTITION_LENGTH * i);
            int end = Math.min(bitstream.length, at + length);
            partitions[i] = new BoolDecoder(bitstream, at, end);
            at = end;
        }
        return partitions;
    }

    /** Decodes the frame. */
    YuvFrame decode() throws IIOException {
        for (int row = 0; row < frame.rows(); row++) {
            cancellation.check();
            BoolDecoder bits = coefficientBits[row % coefficientBits.length];
            modes.startRow();
            coefficients.startRow();
            for (int column = 0; column < frame.columns(); column++) {
                decodeMacroblock(bits, column, row);
            }
            if (modeBits.isExhausted() || bits.isExhausted()) {
                throw new IIOException("The frame ends before the last pixel");
            }
        }
        // Intra prediction uses the samples before they are filtered.
        filter.apply(cancellation);
        return frame;
    }

    private void decodeMacroblock(BoolDecoder bits, int column, int row) {
        modes.read(column);
        boolean subblockPrediction = modes.luma() == MacroblockPredictor.SUBBLOCKS;
        boolean any = false;
        if (modes.isSkipped()) {
            coefficients.skip(column, subblockPrediction);
        } else {
            any = coefficients.read(bits, column, parameters.factors(modes.segment()), subblockPrediction);
        }
        filter.put(column, row, modes.segment(), subblockPrediction, any);
        if (subblockPrediction) {
            predictSubblocks(column, row);
        } else {
            MacroblockPredictor.predict(modes.luma(), frame.y(), MACROBLOCK, column, row);
            addResiduals(frame.y(), MACROBLOCK, column, row, 0);
        }
        MacroblockPredictor.predict(modes.chroma(), frame.u(), MACROBLOCK / 2, column, row);
        addResiduals(frame.u(), MACROBLOCK / 2, column, row, CoefficientReader.U);
        MacroblockPredictor.predict(modes.chroma(), frame.v(), MACROBLOCK / 2, column, row);
        addResiduals(frame.v(), MACROBLOCK / 2, column, row, CoefficientReader.V);
    }

    private void predictSubblocks(int column, int row) {
        SamplePlane y = frame.y();
        int corner = y.at(MACROBLOCK * column, MACROBLOCK * row);
        // Right of the macroblock only the row above is decoded, so lower subblocks use it as well.
        int right = corner - y.stride + MACROBLOCK;
        if (row > 0 && column == frame.columns() - 1) {
            right = ~(right - 1);
        }
        for (int i = 0; i < modes.subblocks().length; i++) {
            int at = corner + (i >> 2) * 4 * y.stride + (i & 3) * 4;
            int aboveRight = (i & 3) == 3 ? right : at - y.stride + 4;
            predictor.predict(modes.subblocks()[i], y.samples, at, y.stride, aboveRight);
            addResidual(i, y, at);
        }
    }

    private void addResiduals(SamplePlane plane, int side, int column, int row, int first) {
        int block = first;
        for (int y = 0; y < side; y += 4) {
            for (int x = 0; x < side; x += 4) {
                addResidual(block++, plane, plane.at(side * column + x, side * row + y));
            }
        }
    }

    private void addResidual(int block, SamplePlane plane, int at) {
        int count = coefficients.counts[block];
        if (count > 1) {
            InverseTransform.addDct(
                    coefficients.values, CoefficientReader.BLOCK * block, work, plane.samples, at, plane.stride);
        } else if (count == 1) {
            InverseTransform.addDc(
                    coefficients.values[CoefficientReader.BLOCK * block], plane.samples, at, plane.stride);
        }
    }
}
