package dev.assistant.memory;

import java.util.List;

/**
 * A text's meaning as a direction. Only vectors of the same model can be compared. Immutable.
 *
 * @param model the model that computed it, with everything that changes its vectors
 */
public record MemoryVector(String model, List<Float> numbers) {
    public MemoryVector {
        numbers = List.copyOf(numbers);
    }

    public static MemoryVector of(String model, float[] numbers) {
        Float[] boxed = new Float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            boxed[i] = numbers[i];
        }
        return new MemoryVector(model, List.of(boxed));
    }

    /** The cosine of the angle between both, -1 to 1; 0 when they are of different models. */
    public double similarity(MemoryVector other) {
        if (!model.equals(other.model) || numbers.size() != other.numbers.size()) {
            return 0;
        }
        double product = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < numbers.size(); i++) {
            float one = numbers.get(i);
            float two = other.numbers.get(i);
            product += one * two;
            own += one * one;
            others += two * two;
        }
        return own == 0 || others == 0 ? 0 : product / Math.sqrt(own * others);
    }
}
