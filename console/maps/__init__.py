"""Maps without a screen: datums, spatial look-ups and the district pack."""
