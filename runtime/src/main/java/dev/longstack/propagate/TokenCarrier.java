package dev.longstack.propagate;

import dev.longstack.record.ContextToken;
import org.jspecify.annotations.Nullable;

/** Implemented by woven classes that were given a field for the token; the others are carried in the {@link SideTable}. */
public interface TokenCarrier {
    /** The token; null for none. */
    @Nullable
    ContextToken longstackToken();

    /** Sets the token; null takes it away. */
    void longstackToken(@Nullable ContextToken token);
}
