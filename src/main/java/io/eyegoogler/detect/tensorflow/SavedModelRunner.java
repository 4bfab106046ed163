package io.eyegoogler.detect.tensorflow;

import io.eyegoogler.detect.tensorflow.ModelSignature.TensorSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.TensorFlow;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Constant;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.types.TFloat32;

/**
 * Runs a SavedModel: float arrays in, float arrays out. Thread-safe.
 *
 * <p>The only class that imports TensorFlow. It also checks that the model has the signature that the caller expects,
 * and that inputs match it, which TensorFlow doesn't.
 */
public final class SavedModelRunner implements AutoCloseable {

    private static final String FILE = "saved_model.pb";
    private static final String RESOURCES = "/io/eyegoogler/models/";
    private static final String TAG = "serve";
    private static final String SIGNATURE = "serving_default";

    /**
     * One thread a run, the calling one (-1): photos and parts of them are worked on in parallel, and the models are
     * too small to gain from more. With 1 instead of -1, all runs of the process would queue for one thread.
     */
    private static final ConfigProto CALLING_THREAD = ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(-1)
            .build();

    static {
        NativeEnvironment.start(TensorFlow::version, SavedModelRunner::runNothing);
    }

    private final Session session;
    private final AutoCloseable owner;
    private final ModelSignature signature;
    private final String inputTensor;
    private final List<String> outputTensors;

    private SavedModelRunner(
            String name, ModelSignature signature, MetaGraphDef meta, Session session, AutoCloseable owner) {
        SignatureDef offered = meta.getSignatureDefMap().get(SIGNATURE);
        if (offered == null) {
            throw new IllegalArgumentException("Model " + name + " has no signature " + SIGNATURE);
        }
        this.session = session;
        this.owner = owner;
        this.signature = signature;
        this.inputTensor = tensor(name, signature.input(), offered.getInputsMap());
        this.outputTensors = signature.outputs().stream()
                .map(output -> tensor(name, output, offered.getOutputsMap()))
                .toList();
    }

    /**
     * Loads a model.
     *
     * @param directory where the models are, each a directory of its name; null for those in the jar
     * @param name of the model
     * @param signature what it must offer
     * @throws IllegalArgumentException if it isn't there, can't be loaded, or offers something else
     */
    public static SavedModelRunner load(Path directory, String name, ModelSignature signature) {
        try {
            return directory == null
                    ? fromJar(name, signature)
                    : fromDirectory(directory.resolve(name), name, signature);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Model " + name + " can't be read", unreadable);
        }
    }

    private static SavedModelRunner fromJar(String name, ModelSignature signature) throws IOException {
        try (InputStream file = SavedModelRunner.class.getResourceAsStream(RESOURCES + name + "/" + FILE)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no model " + name + " in the jar");
            }
            MetaGraphDef meta = SavedModel.parseFrom(file).getMetaGraphs(0);
            Graph graph = new Graph();
            Session session;
            try {
                graph.importGraphDef(meta.getGraphDef());
                session = new Session(graph, CALLING_THREAD);
            } catch (RuntimeException unusable) {
                graph.close();
                throw unusable;
            }
            return checked(name, signature, meta, session, () -> {
                session.close();
                graph.close();
            });
        }
    }

    /** Closes {@code owner} if the model isn't the one that is needed. */
    private static SavedModelRunner checked(
            String name, ModelSignature signature, MetaGraphDef meta, Session session, AutoCloseable owner) {
        try {
            return new SavedModelRunner(name, signature, meta, session, owner);
        } catch (RuntimeException unfit) {
            close(owner);
            throw unfit;
        }
    }

    private static SavedModelRunner fromDirectory(Path directory, String name, ModelSignature signature) {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no model " + name + ": " + file + " is missing");
        }
        SavedModelBundle bundle;
        try {
            bundle = SavedModelBundle.loader(directory.toString())
                    .withTags(TAG)
                    .withConfigProto(CALLING_THREAD)
                    .load();
        } catch (TensorFlowException unusable) {
            throw new IllegalArgumentException(
                    "Model " + name + ": " + file + " is damaged or no SavedModel for serving: "
                            + unusable.getMessage(),
                    unusable);
        }
        return checked(name, signature, bundle.metaGraphDef(), bundle.session(), bundle);
    }

    /** Runs a session, for TensorFlow to read its settings. */
    private static void runNothing() {
        try (Graph graph = new Graph();
                Session session = new Session(graph, CALLING_THREAD)) {
            Constant<TFloat32> zero = Ops.create(graph).constant(0f);
            session.runner().fetch(zero).run().close();
        }
    }

    private static String tensor(String model, TensorSpec wanted, Map<String, TensorInfo> offered) {
        TensorInfo info = offered.get(wanted.name());
        if (info == null) {
            throw new IllegalArgumentException(
                    "Model " + model + " has no tensor " + wanted.name() + ", only " + offered.keySet());
        }
        List<Long> shape = info.getTensorShape().getDimList().stream()
                .map(d -> d.getSize())
                .toList();
        if (info.getDtype() != DataType.DT_FLOAT || !shape.equals(wanted.shape())) {
            throw new IllegalArgumentException("Model " + model + ": tensor " + wanted.name() + " is " + info.getDtype()
                    + " " + shape + ", not " + DataType.DT_FLOAT + " " + wanted.shape());
        }
        return info.getName();
    }

    /**
     * Runs the model.
     *
     * @param input the values, row-major
     * @param shape the dimensions of {@code input}
     * @return the outputs in the order of the signature, each row-major
     */
    public List<float[]> run(float[] input, long... shape) {
        if (!signature.input().admits(shape)) {
            throw new IllegalArgumentException("The input's shape is " + Arrays.toString(shape) + ", not "
                    + signature.input().shape());
        }
        try (TFloat32 fed = TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(input, true, false));
                Result result =
                        fetchAll(session.runner().feed(inputTensor, fed)).run()) {
            List<float[]> outputs = new ArrayList<>(outputTensors.size());
            for (int i = 0; i < outputTensors.size(); i++) {
                outputs.add(floats(result.get(i)));
            }
            return outputs;
        }
    }

    private Session.Runner fetchAll(Session.Runner runner) {
        outputTensors.forEach(runner::fetch);
        return runner;
    }

    private static float[] floats(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.shape().size())];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    @Override
    public void close() {
        close(owner);
    }

    private static void close(AutoCloseable owner) {
        try {
            owner.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
