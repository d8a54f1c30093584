s0284_-----
r s BC-BOA--FerryLeague     11-24 
^*9006< ^BC-BOA--Ferry League<
^Ferry League Glance=
^All Times IST=
^By The Associated Press=
^COAST=
^;W;L;Pct 
Malpe Bay;24;13;13{ 
	   ___=
^Saturday's Races=
	   Malpe 6, Udupi 5
	   Kaup 4, Honnavar 1<

	   AP-WF-11-24-26 2017GMT<
