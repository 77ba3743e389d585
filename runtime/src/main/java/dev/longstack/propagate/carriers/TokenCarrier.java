package dev.longstack.propagate.carriers;

import dev.longstack.record.ContextToken;
import org.jspecify.annotations.Nullable;

/** Implemented by what carries its token itself; the others are carried in fields of the JDK or in the {@link SideTable}. */
public interface TokenCarrier {
    /** The token; null for none. */
    @Nullable
    ContextToken longstackToken();

    /** Sets the token; null takes it away. */
    void longstackToken(@Nullable ContextToken token);
}
