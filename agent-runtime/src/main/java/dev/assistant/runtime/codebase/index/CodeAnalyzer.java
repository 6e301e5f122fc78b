package dev.assistant.runtime.codebase.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;

/**
 * Code and questions about it as words: {@code parseHttpDate} and {@code parse_http_date} are {@code parse}, {@code http} and
 * {@code date}, and themselves. Thread-safe.
 */
final class CodeAnalyzer extends Analyzer {
    private static final int LONGEST_WORD = 64;
    private static final int PARTS = WordDelimiterGraphFilter.GENERATE_WORD_PARTS
            | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
            | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
            | WordDelimiterGraphFilter.PRESERVE_ORIGINAL;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer names =
                CharTokenizer.fromTokenCharPredicate(c -> Character.isLetterOrDigit(c) || c == '_' || c == '$');
        TokenStream words = new FlattenGraphFilter(new WordDelimiterGraphFilter(names, PARTS, null));
        words = new LowerCaseFilter(words);
        words = new StopFilter(words, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        words = new LengthFilter(words, 1, LONGEST_WORD);
        return new TokenStreamComponents(names, new KStemFilter(words));
    }

    /** The different words of a text, at most {@code most}. */
    List<String> words(String text, int most) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (words.size() < most && stream.incrementToken()) {
                if (!words.contains(term.toString())) {
                    words.add(term.toString());
                }
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
