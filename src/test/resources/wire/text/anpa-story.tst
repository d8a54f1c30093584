W2607_asian
r f BC-AS--Ferry-HarbourLeavi 2ndLd-Writethru   11-24 0093
^BC-AS--Ferry-Harbour Leaving, 2nd Ld-Writethru,93<
^Largest ferry of the coast leaves harbour<
^AP Photo MAL101, MAL102<
^Eds: UPDATES with captain. With AP Photos.<
^By LEELA RAO=
^AP Business Writer=
	   MALPE, India (AP) _ The coast's largest ferry left _ late _ on Tuesday.
 
	   ``She lies well,'' said Capt. Asha Shenoy.
 
	   ___
 
	   AP writer Meera Pai in Udupi contributed to this report.

	   AP-WF-11-24-26 0745GMT<


